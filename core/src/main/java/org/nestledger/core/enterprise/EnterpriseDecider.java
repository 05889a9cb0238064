package org.nestledger.core.enterprise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Rule;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.enterprise.EnterpriseCommand.LapseQualification;
import org.nestledger.core.enterprise.EnterpriseCommand.QualifyEnterprise;
import org.nestledger.core.enterprise.EnterpriseCommand.RegisterEnterprise;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualificationLapsed;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualified;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseRegistered;
import org.nestledger.core.zone.Books;

/** Decides about enterprises. */
public final class EnterpriseDecider implements Decider<EnterpriseCommand> {

    @Override
    public Boundary boundary(EnterpriseCommand command) {
        return Books.boundary(command.zone()).and(Enterprise.boundary(command.enterprise()));
    }

    /** The books that hold the enterprise: whoever recognises it changes what they say of its projects. */
    @Override
    public Boundary further(EnterpriseCommand command, Facts facts) {
        if (!Enterprise.isKnown(facts, command.enterprise())) {
            return Boundary.none();
        }
        String holder = Enterprise.zone(facts, command.enterprise());
        return holder.equals(command.zone()) ? Boundary.none() : Books.boundary(holder);
    }

    @Override
    public Decision decide(EnterpriseCommand command, Facts facts, Moment moment) {
        Rule dated = () -> Books.refusal(facts, command.zone(), command.occurredOn(), moment);
        Rule known = () -> Enterprise.refusal(facts, command.enterprise());
        Rule open =
                () -> Books.refusal(facts, Enterprise.zone(facts, command.enterprise()), command.occurredOn(), moment);
        return switch (command) {
            case RegisterEnterprise c -> register(c, facts, dated);
            case QualifyEnterprise c -> qualify(c, facts, List.of(dated, known, open));
            case LapseQualification c -> lapse(c, facts, List.of(dated, known, () -> mayLapse(c, facts), open));
        };
    }

    private static Decision register(RegisterEnterprise c, Facts facts, Rule dated) {
        return Decision.unlessRefused(
                List.of(
                        dated,
                        () -> Rules.free(
                                !Enterprise.isKnown(facts, c.enterprise()), "an enterprise " + c.enterprise())),
                () -> Decision.accept(new EnterpriseRegistered(
                        c.zone(), c.enterprise(), c.name(), c.industry(), c.origin(), c.occurredOn(), c.documents())));
    }

    private static Decision qualify(QualifyEnterprise c, Facts facts, List<Rule> first) {
        return Decision.unlessRefused(
                List.of(
                        () -> all(first),
                        () -> Rules.latest(Enterprise.lastEntry(facts, c.qualification()), c.occurredOn()),
                        () -> c.validUntil() == null || !c.validUntil().isBefore(c.occurredOn())
                                ? null
                                : Rejection.of(
                                        RefusalCode.INVALID_FIELD,
                                        "\"validUntil\" lies before \"occurredOn\".",
                                        "State the last day of the recognition.")),
                () -> Decision.accept(new EnterpriseQualified(
                        c.zone(),
                        c.enterprise(),
                        c.qualification(),
                        c.certificate(),
                        c.validUntil(),
                        Enterprise.last(facts, c.qualification()),
                        c.occurredOn(),
                        c.documents())));
    }

    private static Decision lapse(LapseQualification c, Facts facts, List<Rule> first) {
        return Decision.unlessRefused(
                List.of(
                        () -> all(first),
                        () -> Rules.latest(Enterprise.lastEntry(facts, c.qualification()), c.occurredOn())),
                () -> {
                    QualificationPeriod last = Enterprise.last(facts, c.qualification());
                    return last != null && last.covers(c.occurredOn())
                            ? Decision.accept(new EnterpriseQualificationLapsed(
                                    c.zone(), c.enterprise(), c.qualification(), last, c.occurredOn(), c.documents()))
                            : Rejection.of(
                                    RefusalCode.NOT_QUALIFIED,
                                    "Enterprise " + c.enterprise() + " is not recognised as " + c.qualification()
                                            + " on " + c.occurredOn() + ".",
                                    "State a day within the recognition.");
                });
    }

    /** Any zone recognises an enterprise, but takes nobody else's recognition back, unless it holds the enterprise. */
    private static @Nullable Rejection mayLapse(LapseQualification c, Facts facts) {
        String holder = Enterprise.zone(facts, c.enterprise());
        return Books.known(facts, holder).isWithin(c.zone())
                        || c.zone().equals(Enterprise.recogniser(facts, c.qualification()))
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_ZONE,
                        "Enterprise " + c.enterprise() + " is in the books of zone " + holder + ", and zone " + c.zone()
                                + " has not recognised it as " + c.qualification() + " last.",
                        "Ask that zone, one above it, or the one that recognised it.");
    }

    private static @Nullable Rejection all(List<Rule> rules) {
        for (Rule rule : rules) {
            Rejection refusal = rule.refusal();
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
