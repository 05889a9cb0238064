package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.Measure;
import org.nestledger.query.report.Measures;
import org.nestledger.query.report.explain.Explanation.Duration;

/** The days that the projects of a zone took to get the four certificates, the last of them in the period. */
record CertificateDays(Statistic statistic) implements Definition {

    static final Measure MEASURE = Measures.named("permits.four-certificates.fastest");

    @Override
    public String formula() {
        return statistic.words()
                + " the days of each project from its first application not refused to the last of its four"
                + " certificates, both included";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return Interest.in(MEASURE.code()).test(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(Lookup.rows("permitted.sql"));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        Durations durations =
                new Durations(inquiry.evidence(), MEASURE, inquiry.asked().period());
        List<Duration> all = durations.within(inquiry.asked().subject());
        List<Entry> entries = all.stream()
                .map(CertificateDays::entry)
                .sorted(Comparator.comparingLong(Entry::position))
                .toList();
        List<Entry> reasons = all.stream().flatMap(CertificateDays::reasons).toList();
        Stream<String> zones =
                all.stream().flatMap(each -> durations.zone(each.head().subject()).stream());
        return statistic.of(inquiry, entries, inquiry.basis(zones, reasons));
    }

    /** The last grant, with the days until it. */
    private static Entry entry(Duration duration) {
        Amount days = new Amount(Recount.value(duration).numerator().longValueExact(), Amounts.DAYS);
        return last(duration).with(days, duration.head().subject());
    }

    private static Entry last(Duration duration) {
        return duration.grants().stream()
                .max(Comparator.comparing(Entry::occurredOn).thenComparingLong(Entry::position))
                .orElseThrow();
    }

    /** The application, the other grants, and why they are of the project. */
    private static Stream<Entry> reasons(Duration duration) {
        List<Entry> reasons = new ArrayList<>(duration.entries());
        reasons.remove(last(duration));
        reasons.addAll(duration.basis());
        return reasons.stream();
    }
}
