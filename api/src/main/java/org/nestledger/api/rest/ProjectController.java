package org.nestledger.api.rest;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.project.ProjectDetail;
import org.nestledger.query.project.ProjectFilter;
import org.nestledger.query.project.ProjectView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects, and one project with its supplies, balances and history. */
@RestController
@RequestMapping("/api/v1/projects")
final class ProjectController {

    private final LedgerQueries queries;
    private final Lookup lookup;

    ProjectController(LedgerQueries queries, Lookup lookup) {
        this.queries = queries;
        this.lookup = lookup;
    }

    @GetMapping
    Page<ProjectView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable ProjectStage stage,
            @RequestParam(required = false) @Nullable String enterprise,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ProjectFilter filter = new ProjectFilter(lookup.zone(zone), stage, enterprise, industry, q);
        return queries.projects().list(filter, new PageRequest(limit, cursor, sort));
    }

    @GetMapping("/{id}")
    ProjectDetail one(@PathVariable String id) {
        return Lookup.found(queries.projects().byId(id), "project", id);
    }
}
