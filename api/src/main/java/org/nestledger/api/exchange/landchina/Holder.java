package org.nestledger.api.exchange.landchina;

import java.util.List;

/**
 * Who gets the land. The name of a natural person is never kept.
 *
 * @param names of natural persons, to be left out of other texts too
 */
record Holder(String text, boolean naturalPerson, List<String> names) {

    static final String NATURAL_PERSON = "natural person";

    /** @param cells one, or two where the page has the holder in two rows */
    static Holder of(List<String> cells) {
        String text = String.join("、", cells);
        String unfit = Cell.unfit(text);
        if (unfit != null) {
            throw new InvalidCell(unfit, "Shorten it.");
        }
        List<String> names = Persons.among(text);
        if (!names.isEmpty() && Persons.only(text)) {
            return new Holder(NATURAL_PERSON, true, names);
        }
        return new Holder(without(names, text), false, names);
    }

    /** The text without the names of natural persons. */
    String redacted(String text) {
        return without(names, text);
    }

    private static String without(List<String> names, String text) {
        String redacted = text;
        for (String name : names) {
            redacted = redacted.replace(name, NATURAL_PERSON);
        }
        return redacted;
    }
}
