package org.nestledger.api.security;

import java.util.Set;
import java.util.function.BiConsumer;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;

/**
 * The ledger as it is open to requests: whatever a request says, a command is given by who sends the request, in the roles
 * that they have where it writes.
 */
final class PermittedLedger implements Ledger {

    private final Ledger ledger;
    private final Access access;
    private final BiConsumer<Identity, LedgerCommand> refused;
    private final boolean trial;

    /** @param refused is told of each command that was given without the role for it */
    PermittedLedger(Ledger ledger, Access access, BiConsumer<Identity, LedgerCommand> refused) {
        this(ledger, access, refused, false);
    }

    private PermittedLedger(Ledger ledger, Access access, BiConsumer<Identity, LedgerCommand> refused, boolean trial) {
        this.ledger = ledger;
        this.access = access;
        this.refused = refused;
        this.trial = trial;
    }

    @Override
    public Outcome submit(Submission submission) {
        Identity identity = Identity.current();
        LedgerCommand command = submission.command();
        Sender sender = sender(submission.sender(), identity, access.roles(identity, command));
        Outcome outcome = ledger.submit(new Submission(submission.commandId(), command, sender, submission.metadata()));
        if (outcome instanceof Outcome.Refused(var rejection) && rejection.code() == RefusalCode.NOT_PERMITTED) {
            refused.accept(identity, command);
        }
        return outcome;
    }

    /**
     * Somebody else's command is only ever given by who approves it, in the roles of the approver: those of who proposed it
     * were asked for then. A trial, which records nothing, may show that beforehand, and may suppose an approval.
     */
    private Sender sender(Sender stated, Identity identity, Set<Role> roles) {
        if (trial) {
            return new Sender(stated.actor(), roles, stated.approvedBy());
        }
        return stated.approvedBy() == null
                ? new Sender(identity.actor(), roles)
                : new Sender(stated.actor(), roles, identity.actor());
    }

    @Override
    public Ledger dryRun() {
        return new PermittedLedger(ledger.dryRun(), access, refused, true);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
