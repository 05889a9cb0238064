package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.security.Identity;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.CommandReader;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.LedgerUnavailableException;
import org.nestledger.core.ledger.Submission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes many commands in one request. */
@RestController
final class BatchController {

    private final BatchPlaces places = new BatchPlaces();
    private final Ledger ledger;
    private final CommandAnswers answers;
    private final ProblemAdvice advice;

    BatchController(Ledger ledger, CommandAnswers answers, ProblemAdvice advice) {
        this.ledger = ledger;
        this.answers = answers;
        this.advice = advice;
    }

    /** Gives a command, or tries it. */
    @FunctionalInterface
    private interface Giving {
        ResponseEntity<Object> answer(Submission submission) throws InterruptedException;
    }

    /**
     * Gives the commands one after another, each whatever became of those before it, and answers one line for each as
     * soon as it is decided. The same batch may be sent again: what was recorded before is said to be there already.
     */
    @PostMapping(
            path = "/api/v1/commands",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void submit(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader HttpHeaders headers,
            InputStream body,
            HttpServletResponse response)
            throws IOException {
        if (headers.containsHeader(IdempotencyKey.HEADER)) {
            throw new ProblemException(Problem.parameter(
                    "INVALID_PARAMETER",
                    "The header " + IdempotencyKey.HEADER + " names one command, and a batch has many.",
                    "Leave it out; each line has its \"commandId\"."));
        }
        List<BatchBody.Line> lines;
        try (BatchPlaces.Place _ = places.coming(Identity.current().actor())) {
            lines = BatchBody.read(body);
        }
        try (BatchPlaces.Place _ = places.given()) {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            if (dryRun) {
                try (Ledger trial = ledger.dryRun()) {
                    give(lines, submission -> answers.tried(submission, trial), response.getOutputStream());
                }
            } else {
                give(lines, submission -> answers.given(submission, false), response.getOutputStream());
            }
        }
    }

    private void give(List<BatchBody.Line> lines, Giving giving, OutputStream out) throws IOException {
        boolean taken = true;
        for (BatchBody.Line line : lines) {
            BatchResult result = taken ? result(line, giving) : notTried(line);
            taken = taken && result.status() < HttpStatus.INTERNAL_SERVER_ERROR.value();
            out.write(ApiJson.mapper().writeValueAsBytes(result));
            out.write('\n');
            out.flush();
        }
    }

    private BatchResult result(BatchBody.Line line, Giving giving) {
        return switch (CommandReader.read(line.json())) {
            case CommandReader.NotUnderstood(Rejection rejection) ->
                BatchResult.of(line.number(), null, Problem.of(rejection).response());
            case CommandReader.Understood(String commandId, var command) -> {
                Submission submission =
                        new Submission(commandId, command, Identity.current().sender());
                yield BatchResult.of(line.number(), commandId, answer(submission, giving));
            }
        };
    }

    /** The answer has begun, so that a failure is told in its line. */
    private ResponseEntity<Object> answer(Submission submission, Giving giving) {
        try {
            return giving.answer(submission);
        } catch (LedgerUnavailableException unavailable) {
            return advice.unavailable(unavailable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return advice.other(interrupted);
        } catch (RuntimeException failure) {
            return advice.other(failure);
        }
    }

    private static BatchResult notTried(BatchBody.Line line) {
        Problem problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "NOT_TRIED",
                "An earlier command of the batch could not be taken, so that this one was not given.",
                "Send both again in a moment: what is recorded already is not recorded twice.");
        return new BatchResult(line.number(), problem.status(), null, null, problem);
    }
}
