package org.nestledger.query.report.explain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.permit.PermitEvent.PermitApplied;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRefused;
import org.nestledger.core.reversal.EntryReversed;

/**
 * One line of an explanation: an event of the log, with the movement of it that counts when one does.
 *
 * @param flow of the movement, as are {@code from}, {@code to} and the amount
 * @param amount also of an event without a movement that states one, such as a need of land
 * @param entity what it makes count, such as a project
 * @param appliedOn the day of the application that the decision about a permit answers
 * @param reverses the position that the event takes back
 */
public record Entry(
        long position,
        String eventId,
        String type,
        LocalDate occurredOn,
        @Nullable Flow flow,
        @Nullable Place from,
        @Nullable Place to,
        @Nullable Amount amount,
        @Nullable String entity,
        @Nullable LocalDate appliedOn,
        @Nullable Long reverses) {

    /** A movement. */
    static Entry of(Evidence.Posted posted, @Nullable String entity) {
        return of(
                posted, new Amount(posted.movement().amount(), posted.movement().unit()), entity);
    }

    /** A movement that counts with another sign. */
    static Entry of(Evidence.Posted posted, Amount amount, @Nullable String entity) {
        Movement movement = posted.movement();
        RecordedEvent recorded = posted.recorded();
        return new Entry(
                recorded.position(),
                recorded.id(),
                recorded.type(),
                movement.occurredOn(),
                movement.flow(),
                movement.from(),
                movement.to(),
                amount,
                entity,
                null,
                recorded.payload() instanceof EntryReversed reversal ? reversal.reverses() : null);
    }

    /** An event that counts by itself. */
    static Entry of(Evidence.Standing<?> standing, @Nullable Amount amount, @Nullable String entity) {
        RecordedEvent recorded = standing.recorded();
        return new Entry(
                recorded.position(),
                recorded.id(),
                recorded.type(),
                standing.event().occurredOn(),
                null,
                null,
                null,
                amount,
                entity,
                appliedOn(standing),
                standing.event() instanceof EntryReversed reversal ? reversal.reverses() : null);
    }

    /** The same with an amount. */
    Entry with(Amount other, String of) {
        return new Entry(position, eventId, type, occurredOn, flow, from, to, other, of, appliedOn, reverses);
    }

    private static @Nullable LocalDate appliedOn(Evidence.Standing<?> standing) {
        return switch (standing.event()) {
            case PermitApplied applied -> applied.occurredOn();
            case PermitGranted granted -> granted.appliedOn();
            case PermitRefused refused -> refused.appliedOn();
            default -> null;
        };
    }
}
