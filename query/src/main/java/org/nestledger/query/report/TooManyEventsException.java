package org.nestledger.query.report;

/** More events would have to be gone through than there is memory for. None of them was read. */
public final class TooManyEventsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param most as many are gone through */
    public TooManyEventsException(int most) {
        super(
                "This rests on more than " + most
                        + " events, and no more are gone through at once with the memory that there is.",
                null,
                false,
                false);
    }

    /** What to do about it. */
    public String remedy() {
        return "Ask for a zone within, for moments that are closer together, or give the program more memory:"
                + " LEDGER_JAVA_OPTS=-Xmx4g, for instance.";
    }
}
