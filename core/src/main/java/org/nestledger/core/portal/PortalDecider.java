package org.nestledger.core.portal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.portal.PortalCommand.RecordPortalVisits;
import org.nestledger.core.portal.PortalEvent.PortalVisitsRecorded;
import org.nestledger.core.zone.Books;

/** Decides about visits. There is one count for a zone and day; a later one replaces it. */
public final class PortalDecider implements Decider<PortalCommand> {

    @Override
    public Boundary boundary(PortalCommand command) {
        return switch (command) {
            case RecordPortalVisits c ->
                Books.boundary(c.zone()).and(PortalEvent.tag(c.zone(), c.occurredOn()), PortalEvent.class);
        };
    }

    @Override
    public Decision decide(PortalCommand command, Facts facts, Moment moment) {
        return switch (command) {
            case RecordPortalVisits c -> record(c, facts, moment);
        };
    }

    private static Decision record(RecordPortalVisits c, Facts facts, Moment moment) {
        List<PortalVisitsRecorded> before = facts.standing(PortalVisitsRecorded.class);
        Integer previous = before.isEmpty() ? null : before.getLast().visits();
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> refusal(c.visits(), previous)),
                () -> Decision.accept(
                        new PortalVisitsRecorded(c.zone(), c.visits(), previous, c.occurredOn(), c.documents())));
    }

    private static @Nullable Rejection refusal(int visits, @Nullable Integer previous) {
        if (visits < 0) {
            return Rejection.of(RefusalCode.INVALID_FIELD, "\"visits\" is negative.", "State the day's count.");
        }
        return Objects.equals(previous, visits)
                ? Rejection.of(
                        RefusalCode.NOTHING_TO_CHANGE,
                        "The day's count is " + visits + " already.",
                        "State what changes.")
                : null;
    }
}
