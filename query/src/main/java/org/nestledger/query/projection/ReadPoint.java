package org.nestledger.query.projection;

/**
 * A state of the read models: a question that is asked twice of the same one has the same answer.
 *
 * @param models tells these read models from those that replace them
 * @param position the last event that is in them
 */
public record ReadPoint(long models, long position) {}
