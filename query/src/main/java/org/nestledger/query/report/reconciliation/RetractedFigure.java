package org.nestledger.query.report.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A published figure that was taken back in public. It is not compared. */
public record RetractedFigure(
        Published published,
        LocalDate retractedOn,
        @Nullable String reason) {}
