package org.nestledger.api.demo;

import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;

/** A ledger that is gone after some commands. Not safe for use by many threads. */
final class InterruptedLedger implements Ledger {

    /** What whoever was recording sees. */
    static final class Gone extends RuntimeException {}

    private final Ledger ledger;
    private int left;

    InterruptedLedger(Ledger ledger, int commands) {
        this.ledger = ledger;
        left = commands;
    }

    @Override
    public Outcome submit(Submission submission) {
        if (left-- == 0) {
            throw new Gone();
        }
        return ledger.submit(submission);
    }

    @Override
    public Ledger dryRun() {
        return ledger.dryRun();
    }
}
