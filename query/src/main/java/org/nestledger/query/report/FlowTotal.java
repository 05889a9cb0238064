package org.nestledger.query.report;

import org.nestledger.core.measure.Quantity;

/** What moved by one flow in a period. */
public record FlowTotal(String flow, Quantity amount) {}
