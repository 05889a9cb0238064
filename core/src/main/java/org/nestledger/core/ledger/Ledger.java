package org.nestledger.core.ledger;

/** Where commands go. Safe for use by many threads. */
public interface Ledger extends AutoCloseable {

    /**
     * Decides a command and, when it is accepted, appends its events durably before it returns.
     *
     * @throws LedgerUnavailableException when the log cannot be reached or is too busy; the command may be given again
     */
    Outcome submit(Submission submission);

    /**
     * A ledger that starts from this one's log, decides as it does, and appends to nothing but its own memory. What it
     * accepted once is "already there", at position 0, when it is given again.
     */
    Ledger dryRun();

    @Override
    default void close() {}
}
