package org.nestledger.api.rest;

import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.enterprise.EnterpriseDetail;
import org.nestledger.query.enterprise.EnterpriseFilter;
import org.nestledger.query.enterprise.EnterpriseView;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enterprises, and one enterprise with its projects and history. */
@RestController
@RequestMapping("/api/v1/enterprises")
final class EnterpriseController {

    private final LedgerQueries queries;
    private final Lookup lookup;

    EnterpriseController(LedgerQueries queries, Lookup lookup) {
        this.queries = queries;
        this.lookup = lookup;
    }

    @GetMapping
    Page<EnterpriseView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        EnterpriseFilter filter = new EnterpriseFilter(lookup.zone(zone), q);
        return queries.enterprises().list(filter, new PageRequest(limit, cursor, sort));
    }

    @GetMapping("/{id}")
    EnterpriseDetail one(@PathVariable String id) {
        return Lookup.found(queries.enterprises().byId(id), "enterprise", id);
    }
}
