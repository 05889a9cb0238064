package org.nestledger.query.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last record that a report counts.
 *
 * @param recordedAt when the log took it; absent before the first record
 */
public record KnownPosition(long position, @Nullable Instant recordedAt) {}
