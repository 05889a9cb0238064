package org.nestledger.api.exchange;

import java.time.Duration;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.LedgerUnavailableException;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;
import org.nestledger.core.log.UndecodableEventException;

/** Gives commands to the ledger on behalf of one sender, and waits where the ledger is only busy. */
final class Gateway {

    private static final int PATIENCE = 60;

    private final Ledger ledger;
    private final Sender sender;
    private final Duration pause;

    /** @param pause before a busy ledger is asked again */
    Gateway(Ledger ledger, Sender sender, Duration pause) {
        this.ledger = ledger;
        this.sender = sender;
        this.pause = pause;
    }

    /**
     * What became of the command.
     *
     * @throws ImportStopped when the ledger cannot be reached, or what it depends on cannot be read
     */
    Outcome give(String commandId, LedgerCommand command) {
        Submission submission = new Submission(commandId, command, sender);
        for (int attempt = 1; ; attempt++) {
            try {
                return ledger.submit(submission);
            } catch (LedgerUnavailableException unavailable) {
                if (!unavailable.busy() || attempt == PATIENCE) {
                    throw new ImportStopped(
                            "the ledger cannot be reached (" + unavailable.getMessage()
                                    + "); what was recorded stays: run the same import again to go on",
                            unavailable);
                }
                rest();
            } catch (UndecodableEventException unknown) {
                throw new ImportStopped(LedgerFailure.of(unknown).sentence(), unknown);
            } catch (RuntimeException failure) {
                // One row that the ledger stumbles over must not cost the rows behind it.
                return new Outcome.Refused(Rejection.of(
                        RefusalCode.MALFORMED,
                        "The ledger failed on it: " + failure.getClass().getSimpleName() + " " + failure.getMessage()
                                + ".",
                        "Report it as a defect of Nest Ledger."));
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ImportStopped("the import was interrupted: run it again to go on", interrupted);
        }
    }
}
