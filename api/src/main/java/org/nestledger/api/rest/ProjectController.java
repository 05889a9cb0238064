package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.project.ProjectDetail;
import org.nestledger.query.project.ProjectFilter;
import org.nestledger.query.project.ProjectView;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects, and one project with its supplies, balances and history. */
@RestController
@RequestMapping("/api/v1/projects")
final class ProjectController {

    private final Lookup lookup;

    ProjectController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists projects with their stage and investment. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<ProjectView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable ProjectStage stage,
            @RequestParam(required = false) @Nullable String enterprise,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        ProjectFilter filter = new ProjectFilter(Lookup.zone(at, zone), stage, enterprise, industry, q);
        return at.projects().list(filter, new PageRequest(limit, cursor, sort));
    }

    /** One project with its land, its permits and its history. */
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ProjectDetail one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.projects().byId(id), "project", id);
    }
}
