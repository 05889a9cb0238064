package org.nestledger.query.enterprise;

import java.util.List;
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
}
