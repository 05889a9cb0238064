package org.nestledger.query.permit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.projection.ReadModel;

/** When projects had all of the four certificates. It follows from the entries of permits and projects, so that it comes after them. */
public final class CertificationModel implements ReadModel {

    private static final Refold CURRENT = new Refold("read.certification", "project");

    @Override
    public String name() {
        return "certification";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("read.certification");
    }

    @Override
    public void apply(List<RecordedEvent> page, TableWriter out) {
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent recorded : page) {
            switch (ReadModel.subject(ReadModel.event(recorded))) {
                case PermitEvent permit -> touched.add(permit.project());
                case ProjectIntroduced introduced -> touched.add(introduced.project());
                case OpeningProjectRecorded opening -> touched.add(opening.project());
                default -> {}
            }
        }
        CURRENT.run(touched, out);
    }
}
