package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.DatabaseTrouble;
import org.nestledger.api.security.RefusedRequest;
import org.nestledger.core.ledger.LedgerUnavailableException;
import org.nestledger.core.log.UndecodableEventException;
import org.nestledger.query.page.InvalidPageRequest;
import org.nestledger.query.projection.ProjectionStoppedException;
import org.nestledger.query.projection.Projections;
import org.nestledger.query.report.TooManyEventsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Everything that goes wrong is answered in one form, and never with more than the sender may know. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String AGAIN = "Send the same request again in a moment.";

    private final Projections projections;

    ProblemAdvice(Projections projections) {
        this.projections = projections;
    }

    @ExceptionHandler
    ResponseEntity<Object> found(ProblemException found) {
        return found.problem().response();
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedRequest refused, HttpServletRequest request) {
        refused.noteOn(request);
        return Problem.of(refused.status(), refused.code(), refused.detail(), refused.remedy())
                .response(refused.headers());
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingServletRequestParameterException missing) {
        return Problem.parameter(
                        "MISSING_PARAMETER",
                        "The parameter \"" + missing.getParameterName() + "\" is missing.",
                        "State it.")
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException mismatch) {
        return Problem.parameter(
                        "INVALID_PARAMETER",
                        "The parameter \"" + mismatch.getName() + "\" cannot be taken: it is "
                                + expected(mismatch.getRequiredType()) + ".",
                        "Correct it.")
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException undecodable) {
        return Problem.parameter(
                        "INVALID_PARAMETER", "A parameter is not encoded as UTF-8 in a URL is.", "Encode it so.")
                .response();
    }

    /** A header or the name of a parameter holds what the firewall does not let through, as it turns out when it is read. */
    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException rejected, HttpServletRequest request) {
        return refused(RefusedRequest.malformed(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> page(InvalidPageRequest invalid) {
        return Problem.parameter("INVALID_PARAMETER", sentence(invalid.getMessage()), "Correct it.")
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(LedgerUnavailableException unavailable) {
        LOG.warn("A command could not be taken: {}", unavailable.getMessage());
        return Problem.of(unavailable).response();
    }

    @ExceptionHandler
    ResponseEntity<Object> stopped(ProjectionStoppedException stopped) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "UNAVAILABLE",
                        "The read models have stopped before position "
                                + stopped.status().failedAt() + ".",
                        "Tell who runs the server; see /actuator/health.")
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> tooMany(TooManyEventsException many) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", String.valueOf(many.getMessage()), many.remedy())
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(UndecodableEventException unreadable) {
        LOG.error("A request needs an event that cannot be read: {}", unreadable.getMessage());
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "UNREADABLE_EVENT",
                        "The event at position " + unreadable.position() + " is of a type or version that this release"
                                + " does not know.",
                        "Tell who runs the server: a release that knows it is needed.")
                .response();
    }

    /** The body does not come in the form that its header says, or ends early. */
    @ExceptionHandler
    ResponseEntity<Object> broken(BadRequestException broken, HttpServletRequest request) {
        return refused(RefusedRequest.malformed(), request);
    }

    /** The sender has gone; nobody reads an answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("nobody reads the answer any more", gone);
    }

    @ExceptionHandler
    ResponseEntity<Object> other(Exception failure) {
        if (failure instanceof ErrorResponse refused) {
            HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
            return Problem.of(status, status.name(), WebRefusal.detail(status), WebRefusal.remedy(status))
                    .response(refused.getHeaders());
        }
        if (DatabaseTrouble.isBehind(failure)) {
            LOG.warn("A request could not be answered: {}", failure.getMessage());
            boolean busy = DatabaseTrouble.isTooMuchAtOnce(failure);
            return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            busy ? "BUSY" : "UNAVAILABLE",
                            busy ? "Too much is asked at once." : Problem.unanswered(failure),
                            AGAIN)
                    .response();
        }
        if (DatabaseTrouble.isOtherSchema(failure) && projections.mayBeOfAnotherRelease()) {
            LOG.warn("The read models are of another release: {}", failure.getMessage());
            return Problem.upgrading(projections.status()).response();
        }
        LOG.error("A request failed.", failure);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL",
                        "The server made a mistake; nothing was recorded by it.",
                        "Tell who runs the server: its log says more.")
                .response();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "Year" -> "a year like 2023";
            case "YearMonth" -> "a month like 2023-07";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "a date like 2023-12-31";
            case "KnownAt" -> "a position like 1234 or an instant like 2024-01-02T00:00:00Z";
            default -> "of another form";
        };
    }

    private static String sentence(@Nullable String text) {
        String stated = text == null ? "The page cannot be given" : text;
        return stated.endsWith(".") ? stated : stated + ".";
    }
}
