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

    @Override
    public Decision decide(EnterpriseCommand command, Facts facts, Moment moment) {
        Rule dated = () -> Books.refusal(facts, command.zone(), command.occurredOn(), moment);
        Rule known = () -> Enterprise.refusal(facts, command.enterprise());
        return switch (command) {
            case RegisterEnterprise c -> register(c, facts, dated);
            case QualifyEnterprise c -> qualify(c, facts, List.of(dated, known));
            case LapseQualification c -> lapse(c, facts, List.of(dated, known));
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
