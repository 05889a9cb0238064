package org.nestledger.core.journal;

/** Why an amount moves. Reports sum flows; OPENING is never a flow of a period. */
public enum Flow {
    OPENING,
    ACQUIRE,
    SERVICE,
    SUPPLY,
    RESCIND,
    SURVEY,
    SPLIT,
    EXISTING,
    CONVERT,
    SUPPLY_READY,
    RESCIND_READY,
    QUOTA_GRANT,
    QUOTA_ALLOCATE,
    QUOTA_USE,
    QUOTA_LAPSE,
    QUOTA_REVOKE,
    COST_ACQUISITION,
    COST_SERVICING,
    PRICE,
    PRICE_RESCIND,
    PLEDGE,
    INVEST,
    INTRODUCE,
    START,
    COMPLETE,
    PRODUCE,
    WITHDRAW
}
