package org.nestledger.core.ledger;

/** The ledger cannot take a command now. Giving the same command again is safe. */
public final class LedgerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param busy whether the log is only too busy, so that a second later it may do */
    public LedgerUnavailableException(String message, boolean busy, Throwable cause) {
        super(message, cause);
        this.busy = busy;
    }

    private final boolean busy;

    public boolean busy() {
        return busy;
    }
}
