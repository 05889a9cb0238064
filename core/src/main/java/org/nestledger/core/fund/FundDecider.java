package org.nestledger.core.fund;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Rule;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.fund.FundCommand.RecordFunding;
import org.nestledger.core.fund.FundCommand.RecordLandPayment;
import org.nestledger.core.fund.FundCommand.RefundLandPrice;
import org.nestledger.core.fund.FundEvent.FundingRecorded;
import org.nestledger.core.fund.FundEvent.LandPaid;
import org.nestledger.core.fund.FundEvent.LandPriceRefunded;
import org.nestledger.core.supply.Supply;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.zone.Books;

/** Decides about the land bank's money. */
public final class FundDecider implements Decider<FundCommand> {

    @Override
    public Boundary boundary(FundCommand command) {
        Boundary books = Books.boundary(command.zone());
        return switch (command) {
            case RecordFunding _ -> books;
            case RecordLandPayment c -> books.and(LandPrice.boundary(c.supply()));
            case RefundLandPrice c -> books.and(LandPrice.boundary(c.supply()));
        };
    }

    @Override
    public Decision decide(FundCommand command, Facts facts, Moment moment) {
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, command.zone(), command.occurredOn(), moment),
                        () -> notZero(command)),
                () -> switch (command) {
                    case RecordFunding c ->
                        Decision.accept(new FundingRecorded(
                                c.zone(), c.source(), c.amount(), c.note(), c.occurredOn(), c.documents()));
                    case RecordLandPayment c -> pay(c, facts);
                    case RefundLandPrice c -> refund(c, facts);
                });
    }

    private static @Nullable Rejection notZero(FundCommand command) {
        return command.amount().isZero()
                ? Rejection.of(RefusalCode.ZERO_AMOUNT, "The amount is zero.", "State what was really moved.")
                : null;
    }

    private static Decision pay(RecordLandPayment c, Facts facts) {
        return priced(
                c, c.supply(), facts, () -> LandPrice.dueRefusal(facts, c.supply(), c.amount(), c.occurredOn()), () -> {
                    LandSupplied supplied = Supply.known(facts, c.supply());
                    return Decision.accept(new LandPaid(
                            c.zone(),
                            supplied.parcel(),
                            supplied.project(),
                            c.supply(),
                            c.amount(),
                            c.occurredOn(),
                            c.documents()));
                });
    }

    private static Decision refund(RefundLandPrice c, Facts facts) {
        return priced(
                c,
                c.supply(),
                facts,
                () -> LandPrice.overpaidRefusal(facts, c.supply(), c.amount(), c.occurredOn()),
                () -> {
                    LandSupplied supplied = Supply.known(facts, c.supply());
                    return Decision.accept(new LandPriceRefunded(
                            c.zone(),
                            supplied.parcel(),
                            supplied.project(),
                            c.supply(),
                            c.amount(),
                            c.reason(),
                            c.occurredOn(),
                            c.documents()));
                });
    }

    private static Decision priced(
            FundCommand command, String supply, Facts facts, Rule limit, Supplier<Decision> otherwise) {
        return Decision.unlessRefused(
                List.of(
                        () -> Supply.refusal(facts, supply, command.zone()),
                        () -> LandPrice.currencyRefusal(facts, supply, command.amount()),
                        limit),
                otherwise);
    }
}
