package org.nestledger.api.exchange.landchina;

/** Headings under which no notice can be understood. The message is one line without the name of the file. */
public final class UnusableHeadings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableHeadings(String message) {
        super(message);
    }
}
