package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.query.report.explain.Evidence.Posted;
import org.nestledger.query.report.explain.Explanation.Sum;

/**
 * A question about one figure in a table of a report, with the events that answer it.
 *
 * @param asked its subject is the zone of the report
 * @param evidence as of the report's date
 */
record Inquiry(Asked asked, Evidence evidence, String formula) {

    Head head() {
        return head(asked.unit(), formula);
    }

    Head head(String unit, String words) {
        return new Head(asked.measure(), asked.subject(), asked.period().text(), unit, words);
    }

    /** The same in the unit that such amounts have, whatever unit was asked for; none in a currency that there is not. */
    Optional<Inquiry> of(Counted counted) {
        return counted.unit(asked.unit()).map(unit -> new Inquiry(asked.in(unit), evidence, formula));
    }

    LocalDate start() {
        return asked.period().period().start();
    }

    /** The last day of the period, or that of the report when it is earlier. */
    LocalDate day() {
        return day(asked);
    }

    static LocalDate day(Asked asked) {
        LocalDate end = asked.period().period().end();
        return asked.asOf().isBefore(end) ? asked.asOf() : end;
    }

    boolean inPeriod(LocalDate date) {
        return !date.isBefore(start()) && !date.isAfter(day());
    }

    /** Whether it is there when the period begins; what a ledger opens with is, whatever its day. */
    boolean isBefore(Movement movement) {
        return movement.flow() == Flow.OPENING || movement.occurredOn().isBefore(start());
    }

    /** Whether a zone is the report's or below it. */
    boolean covers(String zone) {
        return evidence.within(zone, asked.subject());
    }

    /** All that was posted in the figure's unit. */
    Stream<Posted> posted() {
        return evidence.movements().filter(posted -> posted.movement().unit().equals(asked.unit()));
    }

    /** The amounts of these entries in the figure's unit, added up. */
    Sum sum(List<Entry> entries) {
        return sum(entries, List.of());
    }

    /** @param reasons why they count, beside the zones that they are of */
    Sum sum(List<Entry> entries, List<Entry> reasons) {
        return new Sum(head(), entries, null, basis(entries, reasons));
    }

    /** The reasons, and the designations of the zones below that of the report that some entries are of. */
    List<Entry> basis(List<Entry> entries, List<Entry> reasons) {
        Stream<String> zones = Stream.concat(entries.stream(), reasons.stream())
                .flatMap(entry -> Stream.of(entry.from(), entry.to()))
                .flatMap(place -> place == null ? Stream.of() : Stream.of(place.zone()));
        return basis(zones, reasons);
    }

    List<Entry> basis(Stream<String> zones, List<Entry> reasons) {
        List<Entry> designations =
                evidence.designations(zones.filter(zone -> !zone.equals(asked.subject()) && covers(zone)));
        return Stream.concat(designations.stream(), reasons.stream()).distinct().toList();
    }

    /** One movement as an entry that counts with a sign. */
    static Entry entry(Posted posted, int sign, @Nullable String entity) {
        long amount = Math.multiplyExact(posted.movement().amount(), (long) sign);
        return Entry.of(posted, new Amount(amount, posted.movement().unit()), entity);
    }
}
