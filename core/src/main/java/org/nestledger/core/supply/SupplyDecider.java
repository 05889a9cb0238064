package org.nestledger.core.supply;

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
import org.nestledger.core.decision.Rules;
import org.nestledger.core.journal.Account;
import org.nestledger.core.land.Parcel;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.project.Project;
import org.nestledger.core.supply.SupplyCommand.RescindSupply;
import org.nestledger.core.supply.SupplyCommand.SupplyLand;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.supply.SupplyEvent.SupplyRescinded;
import org.nestledger.core.zone.Books;

/** Decides about supply: one decision spans the books, the parcel and the project. */
public final class SupplyDecider implements Decider<SupplyCommand> {

    @Override
    public Boundary boundary(SupplyCommand command) {
        Boundary books = Books.boundary(command.zone());
        return switch (command) {
            case SupplyLand c ->
                books.and(Parcel.boundary(c.parcel()))
                        .and(Project.boundary(c.project()))
                        .and(Supply.existence(c.supply()));
            case RescindSupply c -> books.and(Supply.boundary(c.supply()));
        };
    }

    @Override
    public Decision decide(SupplyCommand command, Facts facts, Moment moment) {
        return switch (command) {
            case SupplyLand c -> supply(c, facts, moment);
            case RescindSupply c -> rescind(c, facts, moment);
        };
    }

    @Override
    public @Nullable Rejection afterwards(SupplyCommand command, Facts after) {
        return command instanceof SupplyLand c ? Supply.needRefusal(after, c.project(), c.occurredOn()) : null;
    }

    private static Decision supply(SupplyLand c, Facts facts, Moment moment) {
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> Parcel.refusal(facts, c.parcel(), c.zone(), c.occurredOn()),
                        () -> Project.refusal(facts, c.project(), c.occurredOn()),
                        () -> Supply.nearRefusal(facts, c.project(), c.zone()),
                        () -> Rules.free(Supply.of(facts, c.supply()) == null, "a supply " + c.supply()),
                        () -> Rules.notZero(c.area()),
                        () -> TermsRule.refusal(c.terms())),
                () -> Decision.accept(new LandSupplied(
                        c.zone(),
                        c.parcel(),
                        c.project(),
                        c.supply(),
                        c.area(),
                        c.terms(),
                        OddTerms.of(c.terms(), c.occurredOn()),
                        null,
                        c.occurredOn(),
                        c.documents())));
    }

    private static Decision rescind(RescindSupply c, Facts facts, Moment moment) {
        LandSupplied supplied = Supply.of(facts, c.supply());
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> supplied == null
                                ? Rejection.of(
                                        RefusalCode.UNKNOWN_SUPPLY,
                                        "There is no supply " + c.supply() + ".",
                                        "Correct the id.")
                                : wrongZone(c, supplied)),
                () -> rescind(c, facts, Objects.requireNonNull(supplied)));
    }

    private static Decision rescind(RescindSupply c, Facts facts, LandSupplied supplied) {
        long held = facts.balances().of(Account.LAND_SUPPLIED, c.supply()).least(c.occurredOn());
        Area area = c.area() == null ? new Area(Math.max(0, held)) : c.area();
        return Decision.unlessRefused(
                List.of(
                        () -> c.area() == null && area.isZero() ? nothingLeft(c) : Rules.notZero(area),
                        () -> reductionRefusal(c, facts, supplied)),
                () -> Decision.accept(new SupplyRescinded(
                        c.zone(),
                        supplied.parcel(),
                        supplied.project(),
                        c.supply(),
                        area,
                        c.priceReduction(),
                        c.reason(),
                        c.occurredOn(),
                        c.documents())));
    }

    private static Rejection nothingLeft(RescindSupply c) {
        return Rejection.of(
                RefusalCode.NOT_ENOUGH_SUPPLIED,
                "Nothing is left of supply " + c.supply() + " to take back on " + c.occurredOn() + ".",
                "Correct the id, or state a later day.");
    }

    private static @Nullable Rejection wrongZone(RescindSupply c, LandSupplied supplied) {
        return supplied.zone().equals(c.zone())
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_ZONE,
                        "Supply " + c.supply() + " is in the books of zone " + supplied.zone() + ".",
                        "Name that zone.");
    }

    private static @Nullable Rejection reductionRefusal(RescindSupply c, Facts facts, LandSupplied supplied) {
        Money reduction = c.priceReduction();
        if (reduction == null) {
            return null;
        }
        Money price = supplied.terms().price();
        if (price == null) {
            return Rejection.of(
                    RefusalCode.PRICE_UNKNOWN,
                    "The price of supply " + c.supply() + " is unknown.",
                    "Leave the price reduction out.");
        }
        if (!price.currency().equals(reduction.currency())) {
            return Rejection.of(
                    RefusalCode.CURRENCY_DIFFERS,
                    "The price of supply " + c.supply() + " is in " + price.currency() + ".",
                    "State the reduction in that currency.");
        }
        long left = price.minor()
                - facts.standing(SupplyRescinded.class).stream()
                        .map(SupplyRescinded::priceReduction)
                        .mapToLong(earlier -> earlier == null ? 0 : earlier.minor())
                        .sum();
        return reduction.minor() <= left
                ? null
                : Rejection.of(
                                RefusalCode.REDUCTION_EXCEEDS_PRICE,
                                "The reduction is larger than what is left of the price.",
                                "State a smaller reduction.")
                        .with("left", Money.quantityOf(left, price.currency()).value() + " " + price.currency());
    }
}
