package org.nestledger.core.zone;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.decision.SecondPerson;
import org.nestledger.core.zone.ZoneCommand.RequireApproval;
import org.nestledger.core.zone.ZoneEvent.ApprovalRequired;

/**
 * In which matters a zone has two people agree. What was required last counts for every command that is given from then on,
 * whatever day it is about; and whoever changes it needs approval too, as long as any is required.
 */
public final class Approvals {

    private Approvals() {}

    /** What a decision about the command reads of these zones, nothing when none may require approval of it. */
    public static Boundary boundary(LedgerCommand command, List<String> zones) {
        return matters(command).isEmpty()
                ? Boundary.none()
                : zones.stream().map(Approvals::boundary).reduce(Boundary.none(), Boundary::and);
    }

    private static Boundary boundary(String zone) {
        return Boundary.none().and(ZoneEvent.books(zone), ApprovalRequired.class);
    }

    /**
     * What is said to a command that nobody else has approved; absent when nobody has to.
     *
     * @param zones in whose books it writes
     */
    public static @Nullable Rejection refusal(LedgerCommand command, List<String> zones, Facts facts) {
        Set<Matter> matters = matters(command);
        return zones.stream()
                .filter(zone -> required(facts, zone).stream().anyMatch(matters::contains))
                .findFirst()
                .map(zone -> Rejection.of(
                                RefusalCode.APPROVAL_NEEDED,
                                "Zone " + zone + " has two people agree on this, and nobody else has approved it.",
                                "Give it to the ledger's server, where somebody else with a role for it can approve it.")
                        .with("zone", zone))
                .orElse(null);
    }

    private static Set<Matter> matters(LedgerCommand command) {
        SecondPerson second = command.getClass().getAnnotation(SecondPerson.class);
        return second == null ? Set.of() : Set.copyOf(Arrays.asList(second.value()));
    }

    private static Set<Matter> required(Facts facts, String zone) {
        ApprovalRequired last = last(facts, zone);
        return last == null ? Set.of() : Set.copyOf(last.matters());
    }

    private static @Nullable ApprovalRequired last(Facts facts, String zone) {
        return facts.standing(ApprovalRequired.class).stream()
                .filter(event -> event.zone().equals(zone))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    static Decision decide(RequireApproval c, Facts facts, Moment moment) {
        ApprovalRequired last = last(facts, c.zone());
        List<Matter> previous = last == null ? List.of() : last.matters();
        List<Matter> matters = sorted(c.matters());
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> Rules.latest(last == null ? null : last.occurredOn(), c.occurredOn()),
                        () -> matters.equals(previous) ? nothingChanges(c.zone(), previous) : null),
                () -> Decision.accept(
                        new ApprovalRequired(c.zone(), matters, previous, c.occurredOn(), c.documents())));
    }

    private static List<Matter> sorted(List<Matter> matters) {
        Set<Matter> each = EnumSet.noneOf(Matter.class);
        each.addAll(matters);
        return List.copyOf(each);
    }

    private static Rejection nothingChanges(String zone, List<Matter> matters) {
        String which = matters.isEmpty()
                ? "no matter"
                : matters.stream()
                        .map(matter -> matter.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return Rejection.of(
                RefusalCode.NOTHING_TO_CHANGE,
                "Zone " + zone + " requires approval in " + which + " already.",
                "State what changes.");
    }
}
