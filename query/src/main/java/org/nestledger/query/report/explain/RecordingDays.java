package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.explain.Evidence.Standing;
import org.nestledger.query.report.recording.Delay;

/**
 * The days from the day of each entry of the period to the day on which it was recorded, by the clock of its zone; reversals
 * are no entries here.
 *
 * @param delay only entries that were recorded so late
 */
record RecordingDays(Statistic statistic, @Nullable Delay delay) implements Definition {

    @Override
    public String formula() {
        return statistic.words()
                + " the days from the day of each entry of the period, reversals left out, to the day in its zone when it was"
                + " recorded" + (delay == null ? "" : ", where they are " + delay);
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return true;
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.rows("entries.sql"));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        List<Entry> entries = new ArrayList<>();
        List<String> clocks = new ArrayList<>();
        EntryCount.ofPeriod(inquiry)
                .filter(entry -> !(entry.event() instanceof EntryReversed))
                .forEach(entry -> days(inquiry, entry)
                        .filter(days -> delay == null || Delay.of(days) == delay)
                        .ifPresent(days -> {
                            entries.add(Entry.of(entry, new Amount(days, Amounts.DAYS), null));
                            clocks.add(entry.event().zone());
                        }));
        return statistic.of(inquiry, entries, inquiry.evidence().designations(clocks.stream()));
    }

    private static Optional<Long> days(Inquiry inquiry, Standing<LedgerEvent> entry) {
        return inquiry.evidence()
                .zone(entry.event().zone())
                .map(zone -> ZoneId.of(zone.event().timeZone()))
                .map(clock -> LocalDate.ofInstant(entry.recorded().recordedAt(), clock))
                .map(day -> ChronoUnit.DAYS.between(entry.event().occurredOn(), day));
    }
}
