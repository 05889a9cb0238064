package org.nestledger.query.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectDetails;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.project.ProjectEvent.ConstructionCompleted;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.project.ProjectEvent.InvestmentPlanRevised;
import org.nestledger.core.project.ProjectEvent.InvestmentRecorded;
import org.nestledger.core.project.ProjectEvent.MilestoneReached;
import org.nestledger.core.project.ProjectEvent.ProductionStarted;
import org.nestledger.core.project.ProjectEvent.ProjectAmended;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.project.ProjectEvent.ProjectWithdrawn;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.page.Rows;
import org.nestledger.query.page.TableWriter;

/** The rows that the events of projects make. */
final class ProjectTables {

    private final Rows details = new Rows(
            "read.project_details",
            "position",
            "occurred_on",
            "project",
            "name",
            "enterprise",
            "industry",
            "origin",
            "land_need");
    private final Rows plans =
            new Rows("read.project_plan", "position", "occurred_on", "project", "amount", "currency");
    private final Rows entries = new Rows(
            "read.project_entry",
            "position",
            "occurred_on",
            "project",
            "zone",
            "kind",
            "stage",
            "holder",
            "reported",
            "note");

    void add(long position, LedgerEvent event) {
        if (event instanceof OpeningProjectRecorded e) {
            ProjectDetails is = new ProjectDetails(e.name(), e.enterprise(), e.industry(), e.origin(), e.landNeed());
            describe(position, e, e.project(), is);
            plan(position, e, e.project(), e.plannedInvestment());
            first(position, e, e.project(), "OPENING", e.stage(), e.holder());
        } else if (event instanceof ProjectEvent project) {
            add(position, project);
        }
    }

    private void add(long position, ProjectEvent event) {
        switch (event) {
            case InvestmentRecorded _ -> {}
            case ProjectIntroduced e -> {
                ProjectDetails is =
                        new ProjectDetails(e.name(), e.enterprise(), e.industry(), e.origin(), e.landNeed());
                describe(position, e, e.project(), is);
                plan(position, e, e.project(), e.plannedInvestment());
                first(position, e, e.project(), "INTRODUCED", ProjectStage.INTRODUCED, e.holder());
            }
            case ProjectAmended e -> describe(position, e, e.project(), e.details());
            case InvestmentPlanRevised e -> plan(position, e, e.project(), e.plannedInvestment());
            case ConstructionStarted e -> step(position, e, ProjectStage.BUILDING, e.reported(), null);
            case ConstructionCompleted e -> step(position, e, ProjectStage.COMPLETED, e.reported(), null);
            case ProductionStarted e -> step(position, e, ProjectStage.PRODUCING, false, null);
            case ProjectWithdrawn e -> step(position, e, ProjectStage.WITHDRAWN, false, e.reason());
            case MilestoneReached e ->
                entries.add(
                        position, e.occurredOn(), e.project(), e.zone(), "MILESTONE", null, null, false, e.milestone());
        }
    }

    private void describe(long position, LedgerEvent e, String project, ProjectDetails is) {
        Area need = is.landNeed();
        details.add(
                position,
                e.occurredOn(),
                project,
                is.name(),
                is.enterprise(),
                is.industry(),
                is.origin(),
                need == null ? null : need.microMu());
    }

    private void plan(long position, LedgerEvent e, String project, @Nullable Money planned) {
        if (planned != null) {
            plans.add(position, e.occurredOn(), project, planned.minor(), planned.currency());
        }
    }

    private void first(
            long position, LedgerEvent e, String project, String kind, ProjectStage stage, @Nullable String holder) {
        entries.add(position, e.occurredOn(), project, e.zone(), kind, stage.name(), holder, false, null);
    }

    private void step(long position, ProjectEvent e, ProjectStage stage, boolean reported, @Nullable String note) {
        entries.add(position, e.occurredOn(), e.project(), e.zone(), stage.name(), stage.name(), null, reported, note);
    }

    void insertInto(TableWriter out) {
        List.of(details, plans, entries).forEach(rows -> rows.insertInto(out));
    }
}
