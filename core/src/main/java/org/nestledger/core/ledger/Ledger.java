package org.nestledger.core.ledger;

/** Where commands go. Safe for use by many threads. */
public interface Ledger {

    /**
     * Decides a command and, when it is accepted, appends its events durably before it returns.
     *
     * @throws LedgerUnavailableException when the log cannot be reached or is too busy; the command may be given again
     */
    Outcome submit(Submission submission);

    /** A ledger that starts from this one's log, decides as it does, and appends to nothing but its own memory. */
    Ledger dryRun();
}
