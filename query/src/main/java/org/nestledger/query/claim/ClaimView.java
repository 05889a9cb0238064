package org.nestledger.query.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;

/**
 * A figure that was stated in public.
 *
 * @param measure what it is a figure of; the ledger need not be able to derive it
 * @param value a plain decimal; absent in a statement without a number
 * @param phrase the words that were used
 * @param statedOn the day up to which it speaks
 * @param reason of its retraction
 */
public record ClaimView(
        String id,
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
        LocalDate publishedOn,
        @Nullable LocalDate retractedOn,
        @Nullable String reason) {}
