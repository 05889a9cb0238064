package org.nestledger.query.report;

/** An exact quotient, not reduced. */
public record Ratio(long numerator, long denominator) {}
