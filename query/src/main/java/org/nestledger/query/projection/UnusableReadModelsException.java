package org.nestledger.query.projection;

/** The read models cannot be brought to the head of the log; the message is a sentence that says why and what to do. */
public final class UnusableReadModelsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnusableReadModelsException(String sentence) {
        super(sentence);
    }

    static UnusableReadModelsException newer() {
        return new UnusableReadModelsException(
                "The read models were built by a newer release: use that one, or ./ledger rebuild to go back to this one.");
    }

    static UnusableReadModelsException ahead(long position, long head) {
        return new UnusableReadModelsException("The read models are at position " + position
                + ", and the log ends at position " + head + ": ./ledger rebuild --accept builds them anew.");
    }

    static UnusableReadModelsException lost() {
        return new UnusableReadModelsException(
                "The read models do not say where they are: ./ledger rebuild --accept builds them anew.");
    }

    static UnusableReadModelsException differing(Compared compared) {
        return new UnusableReadModelsException("The read models differ from the log in " + compared.differences()
                + " rows: ./ledger rebuild lists them, and with --accept replaces them.");
    }
}
