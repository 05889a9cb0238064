package org.nestledger.query.fund;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.fund.FundingSource;
import org.nestledger.core.measure.Quantity;

/**
 * Money that the land bank got or paid back.
 *
 * @param id the position of its event, as text
 * @param source of a funding
 * @param supply whose price was paid, or paid back
 * @param note of a funding, or the reason of a refund
 */
public record FundView(
        String id,
        String zone,
        FundKind kind,
        LocalDate occurredOn,
        Quantity amount,
        @Nullable FundingSource source,
        @Nullable String supply,
        @Nullable String project,
        @Nullable String parcel,
        @Nullable String note) {}
