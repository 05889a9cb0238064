package org.nestledger.core.reversal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.fund.LandPrice;
import org.nestledger.core.land.Parcel;
import org.nestledger.core.permit.Permits;
import org.nestledger.core.permit.PowerEvent;
import org.nestledger.core.project.Project;
import org.nestledger.core.supply.Supply;

/** What must hold of everything that a reversed entry was about. The guarded balances are looked at besides. */
final class Remaining {

    private Remaining() {}

    /**
     * @param after the facts, their last the proposed reversal
     * @param target what it reverses
     */
    static @Nullable Rejection refusal(Facts after, Fact target) {
        LedgerEvent reversed = target.event();
        LocalDate from = after.all().getLast().event().occurredOn();
        return Stream.of(
                        each(reversed, "parcel", parcel -> parcel(after, parcel, target, from)),
                        each(reversed, "project", project -> project(after, project, target)),
                        each(reversed, "supply", supply -> LandPrice.refundRefusal(after, supply)),
                        Stream.ofNullable(
                                reversed instanceof PowerEvent power
                                        ? Permits.coverRefusal(after, power.zone(), power.power())
                                        : null))
                .flatMap(refusals -> refusals)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Rejection> each(
            LedgerEvent reversed, String kind, Function<String, @Nullable Rejection> refusal) {
        return reversed.tags().stream()
                .filter(tag -> tag.startsWith(kind + ":"))
                .map(tag -> refusal.apply(tag.substring(kind.length() + 1)))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static @Nullable Rejection parcel(Facts after, String parcel, Fact target, LocalDate from) {
        if (Parcel.of(after, parcel) == null) {
            return null;
        }
        Rejection tooMuch = Parcel.areaRefusal(after, parcel, from);
        if (tooMuch != null) {
            return tooMuch;
        }
        Fact survey = Parcel.surveyedOtherwise(after, parcel, target.position());
        return survey == null
                ? null
                : ReversalDecider.first(
                        survey, RefusalCode.LATER_ENTRY_STANDS, "would find other land without this one");
    }

    private static @Nullable Rejection project(Facts after, String project, Fact target) {
        if (Project.of(after, project) == null) {
            return null;
        }
        return Stream.<Supplier<@Nullable Rejection>>of(
                        () -> Project.withdrawnRefusal(after, project),
                        () -> Supply.needRefusalSince(after, project, target.position()),
                        () -> Permits.refusal(after, project))
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
