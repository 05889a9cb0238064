package org.nestledger.core.supply;

/** What is odd about agreed terms. They are recorded as agreed all the same. */
public enum TermsWarning {
    PRICE_UNKNOWN,
    INSTALMENTS_DIFFER_FROM_PRICE,
    START_AFTER_COMPLETION,
    DELIVERY_AFTER_COMPLETION,
    DELIVERY_BEFORE_CONTRACT,
    START_BEFORE_CONTRACT,
    RATIO_BOUNDS_REVERSED
}
