package org.nestledger.query.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Reports;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;

/** Whatever differs in a report between two moments is told, and by which of the entries between them. */
class EveryChangeOfAnyReportHasItsEntriesIT {

    private static TestLedger ledger;
    private static int worlds;

    private Reports reports;

    @BeforeContainer
    static void open() {
        ledger = new TestLedger();
    }

    @AfterContainer
    static void close() {
        ledger.close();
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void betweenAnyTwoPositionsOfAnyHistory(
            @ForAll("commands") List<String> commands, @ForAll @IntRange(min = 0, max = 95) int percent) {
        RenamedWorld world =
                new RenamedWorld("v%03d-".formatted(++worlds), ledger.log().head());
        List<LedgerEvent> events = LegalHistories.of(commands).events();
        ledger.append(events.stream().map(world::event).toArray(LedgerEvent[]::new));
        reports = ledger.caughtUp().queries().reports();
        long from = world.before() + Math.max(5, events.size() * (long) percent / 100);
        for (String zone : List.of("city", "z", "sub")) {
            for (String report : Diff.reports()) {
                check(
                        ReportTypes.find(report).orElseThrow(),
                        world.id(zone),
                        from,
                        ledger.log().head());
            }
        }
    }

    private void check(ReportType<?> type, String zone, long from, long to) {
        DiffReport diff = asked(
                type,
                zone,
                to,
                sources -> ((Compared.Found) Diff.since(KnownAt.position(from), type, sources)).report());
        Set<String> before = asked(type, zone, to, sources -> cells(type.maker().make(sources.asKnownAt(from))));
        Set<String> after = asked(type, zone, to, sources -> cells(type.maker().make(sources)));
        assertThat(diff.figures().isEmpty())
                .as("%s of %s since %d says that nothing differs", type.name(), zone, from)
                .isEqualTo(before.equals(after));
        Set<Long> listed =
                diff.movements().stream().map(RecordedMovement::position).collect(Collectors.toSet());
        for (FigureChange change : diff.figures()) {
            assertThat(change.changedBy())
                    .as("%s of %s since %d", change, zone, from)
                    .isNotEmpty()
                    .allMatch(position -> position > from && position <= to)
                    .allMatch(listed::contains);
            assertThat(change.before()).isNotEqualTo(change.after());
        }
    }

    /** The figures that explain themselves, as they stand in the tables of the report, without sums of nothing. */
    private static Set<String> cells(Report report) {
        Set<String> cells = new HashSet<>();
        report.explainedTables()
                .forEach(table -> table.rows()
                        .forEach(row -> cells.add(table.name() + row.name() + row.quantity() + row.ratio())));
        return cells;
    }

    private <R> R asked(ReportType<?> type, String zone, long known, Function<ReportSources, R> question) {
        KnownAt knownAt = KnownAt.position(known);
        Answer<R> answer = type.span() == Span.DAY
                ? reports.aboutDay(zone, null, knownAt, question)
                : reports.about(zone, ReportPeriod.year(2023), null, knownAt, question);
        return ((Answer.Found<R>) answer).report();
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }
}
