package org.nestledger.core.land;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.land.LandCommand.AcquireLand;
import org.nestledger.core.land.LandCommand.AmendParcel;
import org.nestledger.core.land.LandCommand.ConvertLand;
import org.nestledger.core.land.LandCommand.RegisterParcel;
import org.nestledger.core.land.LandCommand.ResurveyParcel;
import org.nestledger.core.land.LandCommand.ServiceLand;
import org.nestledger.core.land.LandCommand.SplitParcel;
import org.nestledger.core.land.LandEvent.LandAcquired;
import org.nestledger.core.land.LandEvent.LandConverted;
import org.nestledger.core.land.LandEvent.LandServiced;
import org.nestledger.core.land.LandEvent.ParcelAmended;
import org.nestledger.core.land.LandEvent.ParcelRegistered;
import org.nestledger.core.measure.Area;
import org.nestledger.core.quota.QuotaAccount;
import org.nestledger.core.zone.Books;

/** Decides about parcels. */
public final class LandDecider implements Decider<LandCommand> {

    @Override
    public Boundary boundary(LandCommand command) {
        Boundary own = Books.boundary(command.zone()).and(Parcel.boundary(command.parcel()));
        return switch (command) {
            case ConvertLand c ->
                own.and(Books.boundary(c.quotaZone())).and(QuotaAccount.boundary(c.quotaZone(), c.quotaYear()));
            case SplitParcel c ->
                c.children().stream()
                        .map(child -> Boundary.none().and(LandEvent.tag(child.parcel()), LandEvent.class))
                        .reduce(own, Boundary::and);
            case RegisterParcel _, AmendParcel _, AcquireLand _, ServiceLand _, ResurveyParcel _ -> own;
        };
    }

    @Override
    public Decision decide(LandCommand command, Facts facts, Moment moment) {
        Rejection undated = Books.refusal(facts, command.zone(), command.occurredOn(), moment);
        if (undated != null) {
            return undated;
        }
        if (command instanceof RegisterParcel c) {
            return register(c, facts);
        }
        Rejection unknown = Parcel.refusal(facts, command.parcel(), command.zone(), command.occurredOn());
        if (unknown != null) {
            return unknown;
        }
        return switch (command) {
            case RegisterParcel c -> register(c, facts);
            case AmendParcel c -> amend(c, Parcel.known(facts, c.parcel()));
            case SplitParcel c -> Splitting.decide(c, facts);
            case AcquireLand c -> acquire(c);
            case ConvertLand c -> convert(c, facts, moment);
            case ServiceLand c -> service(c);
            case ResurveyParcel c -> Surveying.decide(c, facts);
        };
    }

    @Override
    public @Nullable Rejection afterwards(LandCommand command, Facts after) {
        Stream<String> touched =
                command instanceof SplitParcel split ? Parcel.ids(split.children()).stream() : Stream.of();
        return Stream.concat(Stream.of(command.parcel()), touched)
                .map(parcel -> Parcel.areaRefusal(after, parcel, command.occurredOn()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Decision register(RegisterParcel c, Facts facts) {
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.free(Parcel.of(facts, c.parcel()) == null, "a parcel " + c.parcel()),
                        () -> Rules.notZero(c.area()),
                        () -> Boundaries.refusal(c.boundary())),
                () -> Decision.accept(new ParcelRegistered(
                        c.zone(),
                        c.parcel(),
                        c.area(),
                        c.name(),
                        c.use(),
                        c.location(),
                        c.boundary(),
                        c.occurredOn(),
                        c.documents())));
    }

    private static Decision amend(AmendParcel c, Parcel parcel) {
        ParcelDetails before = parcel.details();
        ParcelDetails after = new ParcelDetails(
                c.name() == null ? before.name() : c.name(),
                c.use() == null ? before.use() : c.use(),
                c.location() == null ? before.location() : c.location(),
                c.boundary() == null ? before.boundary() : c.boundary());
        return Decision.unlessRefused(
                List.of(
                        () -> Boundaries.refusal(c.boundary()),
                        () -> Rules.latest(parcel.amendedOn(), c.occurredOn()),
                        () -> after.equals(before)
                                ? Rejection.of(
                                        RefusalCode.NOTHING_TO_CHANGE,
                                        "Parcel " + c.parcel() + " is described so already.",
                                        "State what changes.")
                                : null),
                () -> Decision.accept(
                        new ParcelAmended(c.zone(), c.parcel(), after, before, c.occurredOn(), c.documents())));
    }

    private static Decision acquire(AcquireLand c) {
        Area existing = c.existing() == null ? Area.ZERO : c.existing();
        return Decision.unlessRefused(
                List.of(
                        () -> Rules.notZero(c.area()),
                        () -> existing.exceeds(c.area())
                                ? Rejection.of(
                                        RefusalCode.EXISTING_EXCEEDS_ACQUIRED,
                                        "More existing construction land (" + existing
                                                + ") is stated than is acquired (" + c.area() + ").",
                                        "State how much of the acquired land is construction land already.")
                                : null),
                () -> Decision.accept(new LandAcquired(
                        c.zone(), c.parcel(), c.area(), existing, c.cost(), c.occurredOn(), c.documents())));
    }

    private static Decision convert(ConvertLand c, Facts facts, Moment moment) {
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.quotaZone(), c.occurredOn(), moment),
                        () -> Books.known(facts, c.zone()).isWithin(c.quotaZone())
                                ? null
                                : Rejection.of(
                                        RefusalCode.WRONG_ZONE,
                                        "Zone " + c.zone() + " does not lie within zone " + c.quotaZone() + ".",
                                        "Use quota of the parcel's zone or of one above it."),
                        () -> Rules.plausibleYear(c.quotaYear()),
                        () -> Rules.numberedDocument(c.documents()),
                        () -> Rules.notZero(c.area()),
                        () -> QuotaAccount.openingRefusal(facts, c.quotaZone(), c.quotaYear(), c.occurredOn())),
                () -> Decision.accept(new LandConverted(
                        c.zone(), c.parcel(), c.area(), c.quotaZone(), c.quotaYear(), c.occurredOn(), c.documents())));
    }

    private static Decision service(ServiceLand c) {
        return Decision.unlessRefused(
                List.of(() -> Rules.notZero(c.area())),
                () -> Decision.accept(
                        new LandServiced(c.zone(), c.parcel(), c.area(), c.cost(), c.occurredOn(), c.documents())));
    }
}
