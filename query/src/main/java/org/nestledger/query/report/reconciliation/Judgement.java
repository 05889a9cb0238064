package org.nestledger.query.report.reconciliation;

import org.jspecify.annotations.Nullable;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.KnownPosition;

/**
 * What the ledger says to a published figure, as known at one dates.
 *
 * @param ledger the ledger's own figure, in its own unit; absent when it cannot be derived
 */
public record Judgement(KnownPosition knownAt, @Nullable Figure ledger, Verdict verdict) {}
