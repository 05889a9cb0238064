package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.claim.ClaimDetail;
import org.nestledger.query.claim.ClaimFilter;
import org.nestledger.query.claim.ClaimView;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published figures, and one figure with its history. */
@RestController
@RequestMapping("/api/v1/claims")
final class ClaimController {

    private final Lookup lookup;

    ClaimController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists the figures that were published. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<ClaimView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Boolean retracted,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        ClaimFilter filter = new ClaimFilter(Lookup.zone(at, zone), measure, subject, retracted, q);
        return at.claims().list(filter, new PageRequest(limit, cursor, sort));
    }

    /** One published figure with its history. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ClaimDetail one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.claims().byId(id), "published figure", id);
    }
}
