package org.nestledger.query.report.reversals;

import org.jspecify.annotations.Nullable;

/**
 * What one actor recorded.
 *
 * @param recorded entries dated in the period, without reversals
 * @param reversed those of them that were taken back, by whomever
 * @param reversals entries of any day that the actor took back, by reversals dated in the period
 */
public record ActorReversals(@Nullable String actor, long recorded, long reversed, long reversals) {}
