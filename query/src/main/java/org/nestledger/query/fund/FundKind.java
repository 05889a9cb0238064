package org.nestledger.query.fund;

/** What moved the land bank's money. */
public enum FundKind {
    FUNDING,
    PAYMENT,
    REFUND
}
