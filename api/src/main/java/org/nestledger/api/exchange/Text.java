package org.nestledger.api.exchange;

/** Text for a terminal. */
final class Text {

    private Text() {}

    /** The text without line breaks and without what could drive the terminal. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
