package org.nestledger.core.log.publish;

import java.time.Duration;

/**
 * How far the published checkpoint is behind the log, as this process last saw it.
 *
 * @param published events that the published checkpoint covers
 * @param unsigned events after them
 * @param age how long there have been such events, zero when there are none
 */
public record CheckpointLag(long published, long unsigned, Duration age) {}
