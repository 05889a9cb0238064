package org.nestledger.api.rest;

import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What is answered to a command, whether it comes alone or in a batch. */
@Component
final class CommandAnswers {

    private final Receipts receipts;

    CommandAnswers(Receipts receipts) {
        this.receipts = receipts;
    }

    /** The receipt of what was recorded, what would be recorded, or what is wrong. */
    ResponseEntity<Object> of(String commandId, Outcome outcome, boolean awaitCheckpoint) throws InterruptedException {
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                ResponseEntity.status(recorded.already() ? HttpStatus.OK : HttpStatus.CREATED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(receipts.of(commandId, recorded, awaitCheckpoint));
            case Outcome.Refused(Rejection rejection) -> Problem.of(rejection).response();
            case Outcome.Proposed proposed ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Draft.of(commandId, proposed));
        };
    }
}
