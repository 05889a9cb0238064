package org.nestledger.core.enterprise;

/** What an enterprise may be recognised as: 高新技术企业, 专精特新企业. */
public enum Qualification {
    HIGH_TECH,
    SPECIALISED_AND_NEW
}
