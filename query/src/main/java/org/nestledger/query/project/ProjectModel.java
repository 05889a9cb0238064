package org.nestledger.query.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** The descriptions, plans and stages of projects. */
public final class ProjectModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.project", "project");

    @Override
    public String name() {
        return "project";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.project_details", "read.project_plan", "read.project_entry", "read.project");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        ProjectTables tables = new ProjectTables();
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            LedgerEvent event = ReadModel.event(recorded);
            switch (ReadModel.subject(event)) {
                case ProjectEvent project -> touched.add(project.project());
                case OpeningProjectRecorded opening -> touched.add(opening.project());
                default -> {}
            }
            if (!(event instanceof EntryReversed)) {
                tables.add(recorded.position(), event);
            }
        }
        tables.insertInto(out);
        CURRENT.run(touched, out);
    }
}
