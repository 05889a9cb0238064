package org.nestledger.query.check;

/**
 * Something that is not as it should be.
 *
 * @param where a row, a balance, a position, a parcel
 * @param what in one line
 */
public record Finding(Kind kind, String where, String what) {

    /** What a finding means. */
    public enum Kind {
        /** The read models, and so the reports, are not what the log gives. */
        DIVERGENCE("Diverges"),
        /** The log itself says something unlikely; the reports say the same. */
        WARNING("Warning");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    static Finding divergence(String where, String what) {
        return new Finding(Kind.DIVERGENCE, where, what);
    }

    static Finding warning(String where, String what) {
        return new Finding(Kind.WARNING, where, what);
    }

    @Override
    public String toString() {
        return kind.word + ": " + where + ": " + what;
    }
}
