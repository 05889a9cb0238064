package org.nestledger.query.report.unsupported;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry without a document. */
public record UnsupportedEntry(
        long position, String zone, String type, @Nullable String actor, LocalDate occurredOn, Instant recordedAt) {}
