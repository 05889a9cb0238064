package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.quota.QuotaDetail;
import org.nestledger.query.quota.QuotaView;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quota accounts, and one account with its balances and history. */
@RestController
@RequestMapping("/api/v1/quotas")
final class QuotaController {

    private final Lookup lookup;

    QuotaController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists quota accounts, one for each zone and year. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<QuotaView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return at.quotas().list(Lookup.zone(at, zone), year, new PageRequest(limit, cursor, sort));
    }

    /** One quota account with its balances and its history. */
    @GetMapping(path = "/{zone}/{year}", produces = MediaType.APPLICATION_JSON_VALUE)
    QuotaDetail one(
            @PathVariable String zone,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.quotas().byId(zone, year), "quota", zone + "/" + year);
    }
}
