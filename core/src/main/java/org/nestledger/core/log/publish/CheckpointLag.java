package org.nestledger.core.log.publish;

import java.time.Duration;

/**
 * How far the checkpoints are behind the log, as this process last saw it.
 *
 * @param signed events that the newest signed checkpoint covers
 * @param published events that the published checkpoint covers: fewer while witnesses have not cosigned the newest
 * @param unsigned events after the signed ones
 * @param age how long there have been such events, zero when there are none
 */
public record CheckpointLag(long signed, long published, long unsigned, Duration age) {}
