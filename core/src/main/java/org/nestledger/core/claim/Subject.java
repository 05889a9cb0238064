package org.nestledger.core.claim;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.ClaimCommand.PublishFigure;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.Project;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.zone.Books;

/** What a published figure is about. The ledger's own figure of it is shown to all who read the books of the publication. */
final class Subject {

    private Subject() {}

    static Boundary boundary(String subject) {
        return Books.boundary(subject)
                .and(ProjectEvent.tag(subject), ProjectIntroduced.class, OpeningProjectRecorded.class);
    }

    /** Whether it is the zone that publishes the figure, one within it, or a project of either. */
    static @Nullable Rejection refusal(Facts facts, PublishFigure c) {
        Books books = Books.of(facts, c.subject());
        Project project = Project.of(facts, c.subject());
        if (books == null && project == null) {
            return Rejection.of(
                    RefusalCode.UNKNOWN_ZONE,
                    "There is neither a zone nor a project " + c.subject() + ".",
                    "Designate or introduce it first, or correct \"subject\".");
        }
        boolean own = (books == null || books.isWithin(c.zone())) && (project == null || project.isWithin(c.zone()));
        return own
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_ZONE,
                        "\"subject\" " + c.subject() + " is not in zone " + c.zone() + ".",
                        "Publish figures of the zone, of one within it, or of their projects.");
    }
}
