package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.portal.VisitDetail;
import org.nestledger.query.portal.VisitView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Visits by zone and day, and one day with its history. */
@RestController
@RequestMapping("/api/v1/visits")
final class VisitController {

    private final LedgerQueries queries;
    private final Lookup lookup;

    VisitController(LedgerQueries queries, Lookup lookup) {
        this.queries = queries;
        this.lookup = lookup;
    }

    @GetMapping
    Page<VisitView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.visits().list(lookup.zone(zone), from, to, new PageRequest(limit, cursor, sort));
    }

    @GetMapping("/{zone}/{day}")
    VisitDetail one(@PathVariable String zone, @PathVariable LocalDate day) {
        return Lookup.found(queries.visits().byId(zone, day), "count of visits", zone + "/" + day);
    }
}
