package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.portal.VisitDetail;
import org.nestledger.query.portal.VisitView;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Visits by zone and day, and one day with its history. */
@RestController
@RequestMapping("/api/v1/visits")
final class VisitController {

    private final Lookup lookup;

    VisitController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists the visits to the portals of zones, day by day. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<VisitView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return at.visits().list(Lookup.zone(at, zone), from, to, new PageRequest(limit, cursor, sort));
    }

    /** The visits to the portal of a zone on one day, with their history. */
    @GetMapping(path = "/{zone}/{day}", produces = MediaType.APPLICATION_JSON_VALUE)
    VisitDetail one(
            @PathVariable String zone,
            @PathVariable LocalDate day,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.visits().byId(zone, day), "count of visits", zone + "/" + day);
    }
}
