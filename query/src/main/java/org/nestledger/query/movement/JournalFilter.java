package org.nestledger.query.movement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;

/**
 * Which entries; a criterion that is absent does not restrict.
 *
 * @param zone this zone and its descendants
 * @param from the first business day
 * @param to the last business day
 */
public record JournalFilter(
        @Nullable String zone,
        @Nullable Account account,
        @Nullable Flow flow,
        @Nullable String parcel,
        @Nullable String project,
        @Nullable String supply,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null, null, null, null);

    /** The same in a zone and its descendants, or in all zones. */
    public JournalFilter within(@Nullable String other) {
        return new JournalFilter(other, account, flow, parcel, project, supply, from, to);
    }
}
