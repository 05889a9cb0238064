package org.nestledger.query.fund;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.fund.FundingSource;

/**
 * Which of the land bank's money; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param enterprise behind the project whose land was paid
 * @param from the first day
 * @param to the last day
 * @param text in the note, in any case
 */
public record FundFilter(
        @Nullable String zone,
        @Nullable FundKind kind,
        @Nullable FundingSource source,
        @Nullable String supply,
        @Nullable String project,
        @Nullable String enterprise,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text) {

    public static final FundFilter ALL = new FundFilter(null, null, null, null, null, null, null, null, null);
}
