package org.nestledger.query.report.explain;

import java.util.Optional;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;

/** What something is an amount of. Only of money whoever asks for it chooses the unit: there is a figure of each currency. */
enum Counted {
    LAND,
    THINGS,
    VISITS,
    MONEY;

    /** The unit of a figure of it; none when it is asked for in a currency that there is not. */
    Optional<String> unit(String asked) {
        return switch (this) {
            case LAND -> Optional.of(Area.UNIT);
            case THINGS -> Optional.of(Movement.COUNT);
            case VISITS -> Optional.of(Movement.VISITS);
            case MONEY -> Optional.of(asked).filter(Money::isCurrency);
        };
    }

    static Counted of(Account account) {
        String code = account.code();
        return switch (code.substring(0, code.indexOf(':'))) {
            case "land", "construction", "quota" -> LAND;
            case "fund", "funding", "cost", "proceeds", "receivable", "investment" -> MONEY;
            case "portal" -> VISITS;
            default -> THINGS;
        };
    }

    static Counted of(Flow flow) {
        return switch (flow) {
            case ACQUIRE, SERVICE, SUPPLY, RESCIND, SURVEY, SPLIT -> LAND;
            case EXISTING, CONVERT, SUPPLY_READY, RESCIND_READY -> LAND;
            case QUOTA_GRANT, QUOTA_ALLOCATE, QUOTA_USE, QUOTA_LAPSE, QUOTA_REVOKE -> LAND;
            case COST_ACQUISITION, COST_SERVICING, PRICE, PRICE_RESCIND, FUNDING, PAYMENT, REFUND -> MONEY;
            case PLEDGE, INVEST -> MONEY;
            case INTRODUCE, START, COMPLETE, PRODUCE, WITHDRAW -> THINGS;
            case DELEGATE, POWER_WITHDRAW, APPLY, GRANT, REFUSE, REVOKE, AGREE, DELIVER -> THINGS;
            case VISITS -> Counted.VISITS;
            case OPENING -> throw new IllegalArgumentException("what a ledger opens with is counted in all units");
        };
    }
}
