package org.nestledger.api.rest;

import java.net.URI;
import org.nestledger.api.database.Proposal;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What is answered to a command, whether it comes alone, in a batch, or approved by somebody else. */
@Component
final class CommandAnswers {

    private final Ledger ledger;
    private final Receipts receipts;
    private final ProposedCommands commands;

    CommandAnswers(Ledger ledger, Receipts receipts, ProposedCommands commands) {
        this.ledger = ledger;
        this.receipts = receipts;
        this.commands = commands;
    }

    /** The receipt of what was recorded, where it waits for approval, or what is wrong. */
    ResponseEntity<Object> given(Submission submission, boolean awaitCheckpoint) throws InterruptedException {
        Outcome outcome = ledger.submit(submission);
        return needsApproval(outcome) && submission.sender().approvedBy() == null
                ? waiting(submission)
                : answer(submission.commandId(), outcome, awaitCheckpoint);
    }

    /** What would be recorded, whether or not somebody else must agree, or what is wrong. */
    ResponseEntity<Object> tried(Submission submission, Ledger trial) throws InterruptedException {
        Outcome outcome = trial.submit(submission);
        if (needsApproval(outcome) && trial.submit(agreed(submission)) instanceof Outcome.Proposed proposed) {
            return draft(Draft.of(submission.commandId(), proposed, true));
        }
        return answer(submission.commandId(), outcome, false);
    }

    private static boolean needsApproval(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Rejection rejection)
                && rejection.code() == RefusalCode.APPROVAL_NEEDED;
    }

    /** As if somebody had agreed: a trial records nothing. */
    private static Submission agreed(Submission submission) {
        Sender sender = submission.sender();
        return new Submission(
                submission.commandId(),
                submission.command(),
                new Sender(sender.actor(), sender.roles(), "a second person"));
    }

    private ResponseEntity<Object> waiting(Submission submission) {
        Proposal kept = commands.keep(submission);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/proposals/" + kept.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Waiting(
                        submission.commandId(),
                        kept.id(),
                        RefusalCode.APPROVAL_NEEDED,
                        "Zone " + kept.zone() + " has two people agree on this; nothing is recorded yet.",
                        "Somebody else with a role for it approves it: POST /api/v1/proposals/" + kept.id()
                                + "/approval."));
    }

    private ResponseEntity<Object> answer(String commandId, Outcome outcome, boolean awaitCheckpoint)
            throws InterruptedException {
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                ResponseEntity.status(recorded.already() ? HttpStatus.OK : HttpStatus.CREATED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(receipts.of(commandId, recorded, awaitCheckpoint));
            case Outcome.Refused(Rejection rejection) -> Problem.of(rejection).response();
            case Outcome.Proposed proposed -> draft(Draft.of(commandId, proposed, false));
        };
    }

    private static ResponseEntity<Object> draft(Draft draft) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(draft);
    }
}
