package org.nestledger.query.report;

/**
 * One of those who are ranked by a measure.
 *
 * @param figure what the rank is by, with its subject
 * @param rank 1 for the best; equal values share it
 */
public record Standing(Figure figure, long rank) {}
