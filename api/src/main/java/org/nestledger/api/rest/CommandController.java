package org.nestledger.api.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.nestledger.api.security.Identity;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.CommandReader;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.ledger.Submission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes commands, one at a time. */
@RestController
final class CommandController {

    private final Ledger ledger;
    private final CommandAnswers answers;

    CommandController(Ledger ledger, CommandAnswers answers) {
        this.ledger = ledger;
        this.answers = answers;
    }

    /** Gives a command: records what happened, or says why not. */
    @PostMapping(
            path = "/api/v1/commands/{name}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> submit(
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean awaitCheckpoint,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader HttpHeaders headers,
            InputStream body)
            throws IOException, InterruptedException {
        Optional<String> key = IdempotencyKey.of(headers.getOrEmpty(IdempotencyKey.HEADER));
        byte[] json = limited(body);
        return switch (key.map(id -> CommandReader.read(name, id, json))
                .orElseGet(() -> CommandReader.read(name, json))) {
            case CommandReader.NotUnderstood(Rejection rejection) ->
                Problem.of(rejection).response();
            case CommandReader.Understood(String commandId, var command) -> {
                Submission submission =
                        new Submission(commandId, command, Identity.current().sender());
                yield dryRun ? tried(submission) : answers.given(submission, awaitCheckpoint);
            }
        };
    }

    private ResponseEntity<Object> tried(Submission submission) throws InterruptedException {
        try (Ledger trial = ledger.dryRun()) {
            return answers.tried(submission, trial);
        }
    }

    /** Reads no more than a command may have, whatever is sent. */
    private static byte[] limited(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LedgerJson.MAX_LENGTH + 1);
        if (bytes.length > LedgerJson.MAX_LENGTH) {
            throw new ProblemException(Problem.of(Rejection.of(
                    RefusalCode.TOO_LARGE,
                    "The command has more than " + LedgerJson.MAX_LENGTH + " bytes.",
                    "Send it in smaller parts.")));
        }
        return bytes;
    }
}
