package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Period;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.durations.PermitSpread.By;
import org.nestledger.query.report.explain.Evidence.Standing;

/**
 * The days from application to grant of the permits of a kind that were granted in the period and stand.
 *
 * @param by on what their grants rest
 * @param name of the power, {@code zone/power}, or of the authority; absent for any
 */
record PermitDays(PermitKind kind, By by, @Nullable String name, Statistic statistic) implements Definition {

    @Override
    public String formula() {
        String which = switch (by) {
            case ANYBODY -> "";
            case DELEGATED_POWER -> " under delegated powers";
            case EXTERNAL_AUTHORITY -> " by external authorities";
        };
        return statistic.words() + " the days from application to grant, both included, of the permits " + kind
                + " that were granted" + which + (name == null ? "" : ", here " + name)
                + " in the period and stand";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return Interest.about(PermitEvent.class).test(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.rows("permits.sql"));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        Map<String, List<Standing<PermitEvent>>> permits = new LinkedHashMap<>();
        inquiry.evidence()
                .standing(PermitEvent.class)
                .filter(step -> step.event().kind() == kind)
                .forEach(step -> permits.computeIfAbsent(step.event().permit(), _ -> new ArrayList<>())
                        .add(step));
        List<Standing<PermitGranted>> grants = permits.values().stream()
                .flatMap(steps -> grant(steps.stream().max(Evidence.LATER).orElseThrow()))
                .filter(grant -> inquiry.covers(grant.event().zone()))
                .filter(grant ->
                        inquiry.asked().period().period().contains(grant.event().occurredOn()))
                .filter(grant -> counts(grant.event()))
                .sorted(Comparator.comparingLong(grant -> grant.recorded().position()))
                .toList();
        List<Entry> entries = grants.stream().map(PermitDays::entry).toList();
        List<Entry> basis =
                inquiry.basis(grants.stream().map(grant -> grant.event().zone()), List.of());
        return statistic.of(inquiry, entries, basis);
    }

    /** One whose last step that stands is its grant. */
    private static Stream<Standing<PermitGranted>> grant(Standing<PermitEvent> last) {
        return last.event() instanceof PermitGranted granted
                ? Stream.of(new Standing<>(last.recorded(), granted))
                : Stream.of();
    }

    private boolean counts(PermitGranted grant) {
        boolean delegated = grant.power() != null;
        String own =
                delegated ? grant.powerZone() + "/" + grant.power() : Objects.requireNonNullElse(grant.authority(), "");
        return switch (by) {
            case ANYBODY -> true;
            case DELEGATED_POWER -> delegated && (name == null || name.equals(own));
            case EXTERNAL_AUTHORITY -> !delegated && (name == null || name.equals(own));
        };
    }

    private static Entry entry(Standing<PermitGranted> grant) {
        PermitGranted granted = grant.event();
        long days = new Period(granted.appliedOn(), granted.occurredOn()).days();
        return Entry.of(grant, new Amount(days, Amounts.DAYS), granted.permit());
    }
}
