package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.security.Sight;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.enterprise.EnterpriseDetail;
import org.nestledger.query.enterprise.EnterpriseFilter;
import org.nestledger.query.enterprise.EnterpriseView;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enterprises, and one enterprise with its projects and history. */
@RestController
@RequestMapping("/api/v1/enterprises")
final class EnterpriseController {

    private final Lookup lookup;

    EnterpriseController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists enterprises. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<EnterpriseView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        EnterpriseFilter filter = new EnterpriseFilter(Lookup.zone(at, zone), q);
        return at.enterprises().list(filter, new PageRequest(limit, cursor, sort));
    }

    /** One enterprise with its qualifications and, of the zones that the reader may read, its projects and its history. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    EnterpriseDetail one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt,
            HttpServletRequest request) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.enterprises().byId(id), "enterprise", id).within(Sight.of(request)::shows);
    }
}
