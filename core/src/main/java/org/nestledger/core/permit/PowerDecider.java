package org.nestledger.core.permit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PowerCommand.DelegatePowers;
import org.nestledger.core.permit.PowerCommand.WithdrawPower;
import org.nestledger.core.permit.PowerEvent.PowerDelegated;
import org.nestledger.core.permit.PowerEvent.PowerWithdrawn;
import org.nestledger.core.zone.Books;

/** Decides about the municipal powers of a zone. */
public final class PowerDecider implements Decider<PowerCommand> {

    @Override
    public Boundary boundary(PowerCommand command) {
        Boundary books = Books.boundary(command.zone());
        return switch (command) {
            case DelegatePowers c ->
                c.powers().stream()
                        .map(power -> Power.boundary(c.zone(), power.power()))
                        .reduce(books, Boundary::and);
            case WithdrawPower c ->
                books.and(Power.boundary(c.zone(), c.power())).and(Power.grants(c.zone(), c.power()));
        };
    }

    @Override
    public Decision decide(PowerCommand command, Facts facts, Moment moment) {
        return switch (command) {
            case DelegatePowers c -> delegate(c, facts, moment);
            case WithdrawPower c -> withdraw(c, facts, moment);
        };
    }

    private static Decision delegate(DelegatePowers c, Facts facts, Moment moment) {
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> Rules.numberedDocument(c.documents()),
                        () -> someAndEachOnce(c.powers()),
                        () -> free(c, facts)),
                () -> new Decision.Accepted(c.powers().stream()
                        .<LedgerEvent>map(power -> new PowerDelegated(
                                c.zone(),
                                power.power(),
                                power.name(),
                                power.covers(),
                                c.batch(),
                                c.occurredOn(),
                                c.documents()))
                        .toList()));
    }

    private static @Nullable Rejection someAndEachOnce(List<NewPower> powers) {
        long ids = powers.stream().map(NewPower::power).distinct().count();
        return !powers.isEmpty() && ids == powers.size()
                ? null
                : Rejection.of(
                        RefusalCode.INVALID_FIELD,
                        powers.isEmpty() ? "\"powers\" is empty." : "\"powers\" names a power twice.",
                        "State each delegated power once.");
    }

    private static @Nullable Rejection free(DelegatePowers c, Facts facts) {
        for (NewPower wanted : c.powers()) {
            Power power = Power.of(facts, c.zone(), wanted.power());
            if (power != null && power.isDelegated()) {
                return Rules.free(false, "a power " + wanted.power() + " delegated to zone " + c.zone());
            }
            Rejection earlier = Rules.latest(power == null ? null : power.lastEntry(), c.occurredOn());
            if (earlier != null) {
                return earlier;
            }
        }
        return null;
    }

    private static Decision withdraw(WithdrawPower c, Facts facts, Moment moment) {
        Power power = Power.of(facts, c.zone(), c.power());
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> Rules.numberedDocument(c.documents()),
                        () -> power == null ? unknown(c.zone(), c.power()) : delegated(c, power),
                        () -> Rules.latest(Objects.requireNonNull(power).lastEntry(), c.occurredOn()),
                        () -> unused(c, facts)),
                () -> Decision.accept(new PowerWithdrawn(
                        c.zone(),
                        c.power(),
                        Objects.requireNonNull(power).lastEntry(),
                        c.reason(),
                        c.occurredOn(),
                        c.documents())));
    }

    static Rejection unknown(String zone, String power) {
        return Rejection.of(
                RefusalCode.UNKNOWN_POWER,
                "No power " + power + " was delegated to zone " + zone + ".",
                "Delegate it first, or correct the id.");
    }

    private static @Nullable Rejection delegated(WithdrawPower c, Power power) {
        return power.isDelegated()
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_STATUS,
                        "Power " + c.power() + " is withdrawn since " + power.lastEntry() + ".",
                        "Nothing more is to do.");
    }

    private static @Nullable Rejection unused(WithdrawPower c, Facts facts) {
        return facts.standing(PermitGranted.class).stream()
                .filter(grant -> !grant.occurredOn().isBefore(c.occurredOn()))
                .findFirst()
                .map(grant -> Rejection.of(
                                RefusalCode.POWER_IN_USE,
                                "Permit " + grant.permit() + " was granted under power " + c.power() + " on "
                                        + grant.occurredOn() + ".",
                                "Withdraw the power from a later day on, or reverse the grant first.")
                        .with("permit", grant.permit()))
                .orElse(null);
    }
}
