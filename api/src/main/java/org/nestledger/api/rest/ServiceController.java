package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.service.ServiceFilter;
import org.nestledger.query.service.ServicePlanDetail;
import org.nestledger.query.service.ServiceView;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Services, and one service plan with its services and history. */
@RestController
@RequestMapping("/api/v1/services")
final class ServiceController {

    private final Lookup lookup;

    ServiceController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists services that were agreed with enterprises. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<ServiceView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String enterprise,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable LocalDate lateOn,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        ServiceFilter filter = new ServiceFilter(Lookup.zone(at, zone), project, enterprise, plan, open, lateOn, q);
        return at.services().list(filter, new PageRequest(limit, cursor, sort));
    }

    /** One service plan with its services and its history. */
    @GetMapping(path = "/{plan}", produces = MediaType.APPLICATION_JSON_VALUE)
    ServicePlanDetail plan(
            @PathVariable String plan,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.services().planById(plan), "service plan", plan);
    }

    /** One service of a plan. */
    @GetMapping(path = "/{plan}/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
    ServiceView one(
            @PathVariable String plan,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.services().byId(plan, service), "service", plan + "/" + service);
    }
}
