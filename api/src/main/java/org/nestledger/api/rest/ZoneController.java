package org.nestledger.api.rest;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.zone.ZoneKind;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.zone.ZoneDetail;
import org.nestledger.query.zone.ZoneFilter;
import org.nestledger.query.zone.ZoneView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Zones, and one zone with its balances and history. */
@RestController
@RequestMapping("/api/v1/zones")
final class ZoneController {

    private final LedgerQueries queries;
    private final Lookup lookup;

    ZoneController(LedgerQueries queries, Lookup lookup) {
        this.queries = queries;
        this.lookup = lookup;
    }

    @GetMapping
    Page<ZoneView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable ZoneKind kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ZoneFilter filter = new ZoneFilter(lookup.zone(zone), kind, q);
        return queries.zones().list(filter, new PageRequest(limit, cursor, sort));
    }

    @GetMapping("/{id}")
    ZoneDetail one(@PathVariable String id) {
        return Lookup.found(queries.zones().byId(id), "zone", id);
    }
}
