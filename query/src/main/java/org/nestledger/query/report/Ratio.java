package org.nestledger.query.report;

import java.math.BigInteger;

/** An exact quotient, not reduced. */
public record Ratio(BigInteger numerator, BigInteger denominator) {}
