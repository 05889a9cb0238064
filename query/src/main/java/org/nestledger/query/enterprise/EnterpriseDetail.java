package org.nestledger.query.enterprise;

import java.util.List;
import java.util.function.Predicate;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.project.ProjectView;

/**
 * An enterprise with the projects it is behind.
 *
 * @param history the latest events, newest first
 */
public record EnterpriseDetail(EnterpriseView enterprise, List<ProjectView> projects, List<HistoryEntry> history) {

    public EnterpriseDetail {
        projects = List.copyOf(projects);
        history = List.copyOf(history);
    }

    /** The same without projects and events of other zones than these. */
    public EnterpriseDetail within(Predicate<String> zones) {
        return new EnterpriseDetail(
                enterprise,
                projects.stream().filter(project -> zones.test(project.zone())).toList(),
                history.stream().filter(entry -> zones.test(entry.zone())).toList());
    }
}
