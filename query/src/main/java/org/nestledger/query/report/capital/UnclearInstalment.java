package org.nestledger.query.report.capital;

import java.time.LocalDate;

/** An instalment that is due, and of which nobody can say whether it is paid. */
public record UnclearInstalment(
        String zone, String project, String supply, int number, LocalDate dueOn, Reason reason) {

    /** Why. */
    public enum Reason {
        PRICE_UNKNOWN,
        AMOUNT_UNKNOWN,
        /** It is agreed in another currency than the price. */
        OTHER_CURRENCY
    }
}
