package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.enterprise.EnterpriseEvent;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.supply.SupplyEvent;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;
import org.nestledger.query.report.Measure.Computation;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.IntervalOf;
import org.nestledger.query.report.Measure.NeedMet;
import org.nestledger.query.report.Measure.PlansOfIntroduced;
import org.nestledger.query.report.Measure.ProjectsStarted;
import org.nestledger.query.report.Measure.ProjectsSupplied;
import org.nestledger.query.report.Measure.QualifiedOfIntroduced;
import org.nestledger.query.report.Measure.ShareOf;
import org.nestledger.query.report.Measure.SumOf;
import org.nestledger.query.report.Measures;

/** Which events of a whole log must be looked at to explain a figure, so that not all have to be kept in memory. */
public final class Interest {

    private Interest() {}

    /**
     * Whether an event can contribute to a figure.
     *
     * @param figure its name, such as {@code land.acquired.rank}; nothing contributes to one that is not known
     */
    public static Predicate<LedgerEvent> in(String figure) {
        return Definitions.of(figure)
                .<Predicate<LedgerEvent>>map(definition -> definition::concerns)
                .or(() -> Meant.by(figure).map(Interest::in))
                .map(contributes -> or(ZoneDesignated.class::isInstance, contributes))
                .orElse(_ -> false);
    }

    /** Whether an event other than a designation can contribute to a figure of the annual report. */
    static Predicate<LedgerEvent> in(Meant meant) {
        return of(meant.measure().computation());
    }

    private static Predicate<LedgerEvent> of(Computation computation) {
        return switch (computation) {
            case SumOf(Flow flow) -> moves(flow);
            case PlansOfIntroduced _ -> about(ProjectEvent.class, OpeningProjectRecorded.class);
            case QualifiedOfIntroduced _ ->
                about(ProjectEvent.class, OpeningProjectRecorded.class, EnterpriseEvent.class);
            case ProjectsSupplied _ -> about(SupplyEvent.class);
            case ProjectsStarted _ -> about(ProjectEvent.class);
            case NeedMet _ -> about(SupplyEvent.class, ProjectEvent.class, OpeningProjectRecorded.class);
            case IntervalOf(String counted) -> of(Measures.named(counted).computation());
            case ShareOf(String part, String whole) ->
                or(
                        of(Measures.named(part).computation()),
                        of(Measures.named(whole).computation()));
            case FewestDays _ -> about(PermitEvent.class, ProjectEvent.class, OpeningProjectRecorded.class);
        };
    }

    private static Predicate<LedgerEvent> or(Predicate<LedgerEvent> one, Predicate<LedgerEvent> other) {
        return event -> one.test(event) || other.test(event);
    }

    private static Predicate<LedgerEvent> moves(Flow flow) {
        return event -> JournalRules.movements(event).stream().anyMatch(movement -> movement.flow() == flow);
    }

    /** Events of these types, and their reversals. */
    static Predicate<LedgerEvent> about(Class<?>... types) {
        List<Class<?>> all = Arrays.asList(types);
        return event -> all.stream().anyMatch(type -> type.isInstance(subject(event)));
    }

    /** The event itself, or the one that it takes back. */
    static LedgerEvent subject(LedgerEvent event) {
        return event instanceof EntryReversed reversal ? EventTypes.target(reversal) : event;
    }
}
