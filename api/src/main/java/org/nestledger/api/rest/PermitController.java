package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PermitStatus;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.permit.PermitDetail;
import org.nestledger.query.permit.PermitFilter;
import org.nestledger.query.permit.PermitView;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Permits, and one permit with its history. */
@RestController
@RequestMapping("/api/v1/permits")
final class PermitController {

    private final Lookup lookup;

    PermitController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists permits and applications for permits. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<PermitView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String enterprise,
            @RequestParam(required = false) @Nullable PermitKind kind,
            @RequestParam(required = false) @Nullable PermitStatus status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        PermitFilter filter = new PermitFilter(Lookup.zone(at, zone), project, enterprise, kind, status, q);
        return at.permits().list(filter, new PageRequest(limit, cursor, sort));
    }

    /** One permit with its history. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    PermitDetail one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.permits().byId(id), "permit", id);
    }
}
