package org.nestledger.core.reversal;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
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

    static @Nullable Rejection refusal(Facts after, LedgerEvent reversed) {
        return Stream.of(
                        each(reversed, "parcel", parcel -> parcel(after, parcel, reversed)),
                        each(reversed, "project", project -> project(after, project, reversed)),
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

    private static @Nullable Rejection parcel(Facts after, String parcel, LedgerEvent reversed) {
        return Parcel.of(after, parcel) == null ? null : Parcel.areaRefusal(after, parcel, reversed.occurredOn());
    }

    private static @Nullable Rejection project(Facts after, String project, LedgerEvent reversed) {
        if (Project.of(after, project) == null) {
            return null;
        }
        Rejection tooMuch = Supply.needRefusal(after, project, reversed.occurredOn());
        return tooMuch == null ? Permits.refusal(after, project) : tooMuch;
    }
}
