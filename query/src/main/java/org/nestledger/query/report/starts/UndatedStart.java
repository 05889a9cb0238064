package org.nestledger.query.report.starts;

import java.time.LocalDate;
import org.nestledger.core.measure.Quantity;

/** A supply whose project has not started, and for which no start is agreed. */
public record UndatedStart(
        String zone, String project, String name, String supply, Quantity area, LocalDate suppliedOn) {}
