package org.nestledger.query.report.capital;

/** A line of the land bank's money. */
public enum CapitalItem {
    FUNDING_CAPITAL,
    FUNDING_BOND,
    FUNDING_LOAN,
    FUNDING_FISCAL_RETURN,
    COST_ACQUISITION,
    COST_SERVICING,
    /** What was spent: acquisition and servicing. */
    SPENT,
    /** The prices of supply contracts. */
    PRICE,
    /** What of them is no longer owed. */
    PRICE_REDUCTION,
    PAYMENT,
    REFUND,
    /** What came back: payments less refunds. */
    CAME_BACK,
    /** What is owed to the land bank, less what it owes: prices less reductions, payments and refunds. */
    RECEIVABLE,
    /** What the land bank has: funding and what came back, less what was spent. */
    LAND_BANK
}
