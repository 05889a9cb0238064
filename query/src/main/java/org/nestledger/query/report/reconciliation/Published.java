package org.nestledger.query.report.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;

/**
 * A figure as it was published.
 *
 * @param zone in whose books it is
 * @param value a plain decimal; absent in a statement without a number
 * @param statedOn the day up to which it speaks
 */
public record Published(
        String figure,
        String zone,
        String measure,
        String subject,
        StatedPeriod period,
        @Nullable String value,
        String unit,
        Precision precision,
        String phrase,
        String source,
        LocalDate statedOn,
        LocalDate publishedOn) {}
