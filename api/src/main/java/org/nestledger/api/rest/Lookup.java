package org.nestledger.api.rest;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.zone.ZoneFilter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a request names must be there. */
@Component
final class Lookup {

    private final LedgerQueries queries;

    Lookup(LedgerQueries queries) {
        this.queries = queries;
    }

    /** What was found, or a problem that says that there is none. */
    static <T> T found(Optional<T> one, String kind, String id) {
        return one.orElseThrow(() -> new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND,
                "NOT_FOUND",
                "There is no " + kind + " \"" + id + "\".",
                "List them to see their ids; what was recorded just now is there when minPosition is given.")));
    }

    /**
     * All that can be asked, as of a day and as known at a moment.
     *
     * @param asOf the last business day that counts; any when absent
     * @param knownAt the last record that counts; all recorded so far when absent
     */
    LedgerQueries at(@Nullable LocalDate asOf, @Nullable KnownAt knownAt) {
        return switch (queries.at(asOf, knownAt == null ? KnownAt.now() : knownAt)) {
            case Answer.Found<LedgerQueries>(LedgerQueries found) -> found;
            case Answer.UnknownZone<LedgerQueries>(String zone) ->
                throw new ProblemException(unknownZone(HttpStatus.NOT_FOUND, zone));
            case Answer.NotYetKnown<LedgerQueries>(long asked, long reached) ->
                throw new ProblemException(notYet(asked, reached));
        };
    }

    /** The zone that a list is restricted to, which must be one; none restricts nothing. */
    static @Nullable String zone(LedgerQueries at, @Nullable String id) {
        if (id != null
                && at.zones()
                        .list(new ZoneFilter(id, null, null), PageRequest.first(1))
                        .items()
                        .isEmpty()) {
            throw new ProblemException(unknownZone(HttpStatus.BAD_REQUEST, id));
        }
        return id;
    }

    static Problem unknownZone(HttpStatus status, String id) {
        return Problem.of(
                status,
                "UNKNOWN_ZONE",
                "There is no zone \"" + id + "\".",
                "GET /api/v1/zones lists the zones; with knownAt those that were known then.");
    }

    static Problem notYet(long asked, long reached) {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "NOT_YET",
                "Position " + asked + " is not in the read models yet; they hold " + reached + ".",
                "Ask again in a moment, or for an earlier position.");
    }
}
