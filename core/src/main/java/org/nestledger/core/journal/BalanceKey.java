package org.nestledger.core.journal;

/**
 * One balance that a rule can look at.
 *
 * @param owner the id of the parcel, supply, project or zone, or {@code zone/year} of a quota
 */
public record BalanceKey(Account account, String owner) {}
