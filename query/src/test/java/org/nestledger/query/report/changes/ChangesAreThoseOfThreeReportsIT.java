package org.nestledger.query.report.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.FigureTable.Row;
import org.nestledger.query.report.FigureValue;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;

/**
 * Of every report of a period, whatever happened: its figures stand beside those that the same report of the earlier periods
 * has when it is asked for alone, and the differences add up.
 */
class ChangesAreThoseOfThreeReportsIT {

    private static TestLedger ledger;
    private static int worlds;

    /** A period, the two earlier ones, and a date with those that stand to them alike; the ends when there is none. */
    private record Three(
            String period,
            String before,
            String yearBefore,
            @Nullable LocalDate asOf,
            @Nullable LocalDate then,
            @Nullable LocalDate yearAgo) {}

    private static final List<Three> ALL = List.of(
            new Three("2023", "2022", "2022", null, null, null),
            new Three("2023-Q1", "2022-Q4", "2022-Q1", null, null, null),
            new Three(
                    "2023-02",
                    "2023-01",
                    "2022-02",
                    LocalDate.of(2023, 2, 10),
                    LocalDate.of(2023, 1, 10),
                    LocalDate.of(2022, 2, 10)));

    @BeforeContainer
    static void open() {
        ledger = new TestLedger();
    }

    @AfterContainer
    static void close() {
        ledger.close();
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void ofEveryReportOfAPeriod(@ForAll("commands") List<String> commands) {
        RenamedWorld world =
                new RenamedWorld("w%03d-".formatted(++worlds), ledger.log().head());
        List<LedgerEvent> events = LegalHistories.of(commands).events();
        ledger.append(events.stream().map(world::event).toArray(LedgerEvent[]::new));
        Reports reports = ledger.caughtUp().queries().reports();
        for (ReportType<?> type : ReportTypes.all()) {
            if (type.span() == Span.PERIOD) {
                ALL.forEach(three -> check(reports, world.id("city"), type, three));
            }
        }
    }

    private static <R extends Report> void check(Reports reports, String zone, ReportType<R> type, Three three) {
        String which = type.name() + " of " + three;
        ChangedReport<R> changed = found(reports.withChanges(
                zone, ReportPeriod.parse(three.period()), three.asOf(), KnownAt.now(), type.maker()));
        R now = alone(reports, zone, type, three.period(), three.asOf());
        R before = alone(reports, zone, type, three.before(), three.then());
        R yearBefore = alone(reports, zone, type, three.yearBefore(), three.yearAgo());
        assertThat(changed.report()).as(which).isEqualTo(now);
        assertThat(now.figureTables()).as(which).isNotEmpty();
        assertThat(changed.before()).isEqualTo(new EarlierPeriod(three.before(), before.asOf()));
        assertThat(changed.yearBefore()).isEqualTo(new EarlierPeriod(three.yearBefore(), yearBefore.asOf()));
        Map<List<String>, Row> then = rows(before);
        Map<List<String>, Row> yearAgo = rows(yearBefore);
        rows(now).forEach((same, row) -> {
            Change change = change(changed, row, same.getFirst());
            assertThat(change.value()).isEqualTo(row.quantity().value());
            assertThat(change.ratio()).isEqualTo(row.ratio());
            same(which + row, row, change.before(), then.get(same));
            same(which + row, row, change.yearBefore(), yearAgo.get(same));
        });
    }

    private static Change change(ChangedReport<?> changed, Row row, String section) {
        return changed.changes().stream()
                .filter(change -> change.section().equals(section))
                .filter(change -> List.copyOf(change.key().values()).equals(row.key()))
                .filter(change -> change.unit().equals(row.quantity().unit()))
                .findFirst()
                .orElseThrow();
    }

    private static void same(String which, Row now, @Nullable Earlier earlier, @Nullable Row then) {
        if (then == null) {
            assertThat(earlier == null ? "none" : earlier.value()).as(which).isEqualTo(now.sum() ? "0" : "none");
            return;
        }
        assertThat(earlier).as(which).isNotNull();
        assertThat(earlier.value()).as(which).isEqualTo(then.quantity().value());
        assertThat(earlier.ratio()).as(which).isEqualTo(then.ratio());
        assertThat(earlier.unit()).as(which).isEqualTo(now.quantity().unit());
        FigureValue difference = earlier.difference();
        assertThat(difference).as(which).isNotNull();
        if (now.ratio() == null) {
            assertThat(then.quantity().decimal().add(new BigDecimal(difference.value())))
                    .as(which)
                    .isEqualByComparingTo(now.quantity().decimal());
        } else {
            assertThat(difference.ratio()).as(which).isNotNull();
        }
    }

    /** By section, what is the same, and unit. */
    private static Map<List<String>, Row> rows(Report report) {
        Map<List<String>, Row> rows = new HashMap<>();
        for (FigureTable table : report.figureTables()) {
            for (Row row : table.rows()) {
                rows.putIfAbsent(
                        Stream.of(
                                        Stream.of(table.name()),
                                        row.same().stream(),
                                        Stream.of(row.quantity().unit()))
                                .flatMap(parts -> parts)
                                .toList(),
                        row);
            }
        }
        return rows;
    }

    private static <R extends Report> R alone(
            Reports reports, String zone, ReportType<R> type, String period, @Nullable LocalDate asOf) {
        return found(reports.ofPeriod(zone, ReportPeriod.parse(period), asOf, KnownAt.now(), type.maker()));
    }

    private static <R> R found(Answer<R> answer) {
        if (answer instanceof Answer.Found<R>(R report)) {
            return report;
        }
        throw new AssertionError(answer.toString());
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }
}
