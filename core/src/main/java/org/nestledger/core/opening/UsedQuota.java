package org.nestledger.core.opening;

/** The quota that land was converted under: of a zone, in a year. */
public record UsedQuota(String zone, int year) {}
