package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.zone.ZoneKind;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.zone.ZoneDetail;
import org.nestledger.query.zone.ZoneFilter;
import org.nestledger.query.zone.ZoneView;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Zones, and one zone with its balances and history. */
@RestController
@RequestMapping("/api/v1/zones")
final class ZoneController {

    private final Lookup lookup;

    ZoneController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists zones. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<ZoneView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable ZoneKind kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        ZoneFilter filter = new ZoneFilter(Lookup.zone(at, zone), kind, q);
        return at.zones().list(filter, new PageRequest(limit, cursor, sort));
    }

    /** One zone with its targets and its history. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ZoneDetail one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.zones().byId(id), "zone", id);
    }
}
