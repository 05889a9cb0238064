package org.nestledger.api.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.PageRequest;
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

    /** The zone that a list is restricted to, which must be one; none restricts nothing. */
    @Nullable
    String zone(@Nullable String id) {
        if (id != null
                && queries.zones()
                        .list(new ZoneFilter(id, null, null), PageRequest.first(1))
                        .items()
                        .isEmpty()) {
            throw new ProblemException(unknownZone(HttpStatus.BAD_REQUEST, id));
        }
        return id;
    }

    static Problem unknownZone(HttpStatus status, String id) {
        return Problem.of(
                status, "UNKNOWN_ZONE", "There is no zone \"" + id + "\".", "GET /api/v1/zones lists the zones.");
    }
}
