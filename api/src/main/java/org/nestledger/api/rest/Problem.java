package org.nestledger.api.rest;

import java.util.Map;
import org.nestledger.api.database.DatabaseTrouble;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.LedgerUnavailableException;
import org.nestledger.query.projection.ProjectionStatus;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What is wrong with a request, as RFC 9457 writes it.
 *
 * @param code stable, for programs
 * @param detail one sentence, for people
 * @param remedy what to do about it
 * @param figures the figures involved, by name
 */
public record Problem(
        String type, String title, int status, String code, String detail, String remedy, Map<String, String> figures) {

    private static final String RETRY_SECONDS = "1";

    static Problem of(HttpStatus status, String code, String detail, String remedy) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), code, detail, remedy, Map.of());
    }

    /** The refusal of a command. */
    static Problem of(Rejection rejection) {
        HttpStatus status = RefusalStatus.of(rejection.code());
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                rejection.code().name(),
                rejection.message(),
                rejection.remedy(),
                rejection.figures());
    }

    /** A command of which nothing is known but that it was not taken now. */
    static Problem of(LedgerUnavailableException unavailable) {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                unavailable.busy() ? "BUSY" : "UNAVAILABLE",
                unavailable.busy() ? "The ledger is too busy." : unanswered(unavailable),
                "Send the same command again in a moment: it is recorded once.");
    }

    /** What keeps the database from answering, in one sentence. */
    static String unanswered(Throwable failure) {
        return DatabaseTrouble.isOfAFullDisk(failure)
                ? "The disk of the ledger's database is full."
                : "The ledger's database does not answer.";
    }

    /** A parameter of a request that cannot be taken. */
    static Problem parameter(String code, String detail, String remedy) {
        return of(HttpStatus.BAD_REQUEST, code, detail, remedy);
    }

    /** What the read models of an earlier release cannot answer while those of this one are built. */
    static Problem upgrading(ProjectionStatus status) {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "UPGRADING",
                "This cannot be answered before the read models of this release are built"
                        + (status instanceof ProjectionStatus.Rebuilding rebuilding
                                ? ": " + rebuilding.done() + " of " + rebuilding.head() + " events are in them."
                                : "."),
                "Ask again in a moment; if it does not pass, see /actuator/health.");
    }

    ResponseEntity<Object> response() {
        return response(HttpHeaders.EMPTY);
    }

    /** The answer with this problem; one that will pass says when to ask again. */
    ResponseEntity<Object> response(HttpHeaders more) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).headers(more).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(this);
    }
}
