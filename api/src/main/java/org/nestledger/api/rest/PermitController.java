package org.nestledger.api.rest;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PermitStatus;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.permit.PermitDetail;
import org.nestledger.query.permit.PermitFilter;
import org.nestledger.query.permit.PermitView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Permits, and one permit with its history. */
@RestController
@RequestMapping("/api/v1/permits")
final class PermitController {

    private final LedgerQueries queries;
    private final Lookup lookup;

    PermitController(LedgerQueries queries, Lookup lookup) {
        this.queries = queries;
        this.lookup = lookup;
    }

    @GetMapping
    Page<PermitView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String enterprise,
            @RequestParam(required = false) @Nullable PermitKind kind,
            @RequestParam(required = false) @Nullable PermitStatus status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PermitFilter filter = new PermitFilter(lookup.zone(zone), project, enterprise, kind, status, q);
        return queries.permits().list(filter, new PageRequest(limit, cursor, sort));
    }

    @GetMapping("/{id}")
    PermitDetail one(@PathVariable String id) {
        return Lookup.found(queries.permits().byId(id), "permit", id);
    }
}
