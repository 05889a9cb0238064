package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.supply.SupplyDetail;
import org.nestledger.query.supply.SupplyFilter;
import org.nestledger.query.supply.SupplyView;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Supplies, and one supply with its terms, payments, balances and history. */
@RestController
@RequestMapping("/api/v1/supplies")
final class SupplyController {

    private final Lookup lookup;

    SupplyController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists supplies of land to projects. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<SupplyView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String parcel,
            @RequestParam(required = false) @Nullable SupplyMethod method,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        SupplyFilter filter = new SupplyFilter(Lookup.zone(at, zone), project, parcel, method, q);
        return at.supplies().list(filter, new PageRequest(limit, cursor, sort));
    }

    /** One supply with its instalments, its payments and its history. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    SupplyDetail one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.supplies().byId(id), "supply", id);
    }
}
