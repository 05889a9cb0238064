package org.nestledger.core.log;

import java.util.List;

/**
 * The events that match, ascending.
 *
 * @param head the position up to which the log was searched
 */
public record Reading(long head, List<RecordedEvent> events) {}
