package org.nestledger.query.zone;

import java.time.LocalDate;
import org.nestledger.core.measure.Quantity;

/** What a zone is to reach in a year, as set last. */
public record ZoneTarget(String measure, int year, Quantity target, LocalDate setOn) {}
