package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.fund.FundingSource;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.fund.FundDetail;
import org.nestledger.query.fund.FundFilter;
import org.nestledger.query.fund.FundKind;
import org.nestledger.query.fund.FundView;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Funding, payments and refunds, and one of them with its event. */
@RestController
@RequestMapping("/api/v1/funds")
final class FundController {

    private final Lookup lookup;

    FundController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists what was paid and received: funding, land payments and refunds. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<FundView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable FundKind kind,
            @RequestParam(required = false) @Nullable FundingSource source,
            @RequestParam(required = false) @Nullable String supply,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String enterprise,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        FundFilter filter =
                new FundFilter(Lookup.zone(at, zone), kind, source, supply, project, enterprise, from, to, q);
        return at.funds().list(filter, new PageRequest(limit, cursor, sort));
    }

    /**
     * One payment or receipt with its history.
     *
     * @param id the position of its event
     */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    FundDetail one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.funds().byId(id), "fund", id);
    }
}
