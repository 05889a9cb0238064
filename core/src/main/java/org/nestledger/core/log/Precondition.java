package org.nestledger.core.log;

/**
 * What must not have happened for an append to be written: an event after the marker that meets the criteria.
 *
 * @param marker a position; with 0 there is no such event in the whole log
 */
public record Precondition(Criteria criteria, long marker) {}
