package org.nestledger.core.quota;

import java.util.ArrayList;
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
import org.nestledger.core.quota.QuotaCommand.AllocateQuota;
import org.nestledger.core.quota.QuotaCommand.GrantQuota;
import org.nestledger.core.quota.QuotaCommand.LapseQuota;
import org.nestledger.core.quota.QuotaCommand.RevokeQuota;
import org.nestledger.core.quota.QuotaEvent.QuotaAllocated;
import org.nestledger.core.quota.QuotaEvent.QuotaGranted;
import org.nestledger.core.quota.QuotaEvent.QuotaLapsed;
import org.nestledger.core.quota.QuotaEvent.QuotaRevoked;
import org.nestledger.core.zone.Books;

/** Decides about quota. That no more is taken than is available is the guard of {@code quota:available}. */
public final class QuotaDecider implements Decider<QuotaCommand> {

    @Override
    public Boundary boundary(QuotaCommand command) {
        Boundary own = Books.boundary(command.zone()).and(QuotaAccount.boundary(command.zone(), command.year()));
        return switch (command) {
            case AllocateQuota c ->
                own.and(Books.boundary(c.toZone())).and(QuotaAccount.boundary(c.toZone(), c.year()));
            case GrantQuota _, RevokeQuota _, LapseQuota _ -> own;
        };
    }

    @Override
    public Decision decide(QuotaCommand command, Facts facts, Moment moment) {
        List<Rule> rules = new ArrayList<>(List.of(
                () -> Books.refusal(facts, command.zone(), command.occurredOn(), moment),
                () -> Rules.plausibleYear(command.year()),
                () -> Rules.numberedDocument(command.documents()),
                () -> Rules.notZero(command.area()),
                () -> QuotaAccount.openingRefusal(facts, command.zone(), command.year(), command.occurredOn())));
        if (command instanceof AllocateQuota c) {
            rules.add(() -> Books.refusal(facts, c.toZone(), c.occurredOn(), moment));
            rules.add(() -> descends(c, facts));
            rules.add(() -> QuotaAccount.openingRefusal(facts, c.toZone(), c.year(), c.occurredOn()));
        }
        return Decision.unlessRefused(rules, () -> Decision.accept(event(command)));
    }

    private static QuotaEvent event(QuotaCommand command) {
        return switch (command) {
            case GrantQuota c -> new QuotaGranted(c.zone(), c.year(), c.area(), c.occurredOn(), c.documents());
            case AllocateQuota c ->
                new QuotaAllocated(c.zone(), c.toZone(), c.year(), c.area(), c.occurredOn(), c.documents());
            case RevokeQuota c -> new QuotaRevoked(c.zone(), c.year(), c.area(), c.occurredOn(), c.documents());
            case LapseQuota c -> new QuotaLapsed(c.zone(), c.year(), c.area(), c.occurredOn(), c.documents());
        };
    }

    private static @Nullable Rejection descends(AllocateQuota c, Facts facts) {
        return Books.known(facts, c.toZone()).ancestors().contains(c.zone())
                ? null
                : Rejection.of(
                        RefusalCode.WRONG_ZONE,
                        "Zone " + c.toZone() + " does not lie within zone " + c.zone() + ".",
                        "Quota is handed down to a zone within the one that has it.");
    }
}
