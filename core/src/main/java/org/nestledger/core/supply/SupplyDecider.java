package org.nestledger.core.supply;

import java.time.LocalDate;
import java.util.List;
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
import org.nestledger.core.permit.Permits;
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

    /** What the project was granted and has started needs the land. */
    @Override
    public Boundary further(SupplyCommand command, Facts facts) {
        LandSupplied supplied = command instanceof RescindSupply c ? Supply.of(facts, c.supply()) : null;
        return supplied == null
                ? Boundary.none()
                : Project.boundary(supplied.project()).and(Permits.boundary(supplied.project()));
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
        return switch (command) {
            case SupplyLand c -> Supply.needRefusal(after, c.project(), c.occurredOn());
            case RescindSupply c ->
                Permits.refusal(after, Supply.known(after, c.supply()).project());
        };
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
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> Supply.refusal(facts, c.supply(), c.zone())),
                () -> rescind(c, facts, Supply.known(facts, c.supply())));
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

    /** A reduction that was taken back on a later day counts until then, so that what is left is asked for day by day. */
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
        LocalDate from = c.occurredOn().isBefore(supplied.occurredOn()) ? supplied.occurredOn() : c.occurredOn();
        long left = Math.negateExact(
                facts.balances().of(Account.PROCEEDS_SUPPLY, c.supply()).greatest(from));
        return reduction.minor() <= left
                ? null
                : Rejection.of(
                                RefusalCode.REDUCTION_EXCEEDS_PRICE,
                                "The reduction is larger than what is left of the price.",
                                "State a smaller reduction.")
                        .with("left", Money.quantityOf(left, price.currency()).value() + " " + price.currency());
    }
}
