package org.nestledger.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.Annual;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.FigureTable;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.explain.Asked;
import org.nestledger.query.report.explain.Contributions;
import org.nestledger.query.report.explain.Evidence;
import org.nestledger.query.report.explain.Explained;
import org.nestledger.query.report.explain.Explained.Found;
import org.nestledger.query.report.explain.Explainer;
import org.nestledger.query.report.explain.Explanation;
import org.nestledger.query.report.explain.Explanations;
import org.nestledger.query.report.explain.Interest;
import org.nestledger.query.report.explain.Recount;
import org.nestledger.query.report.explain.TableExplanations;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Checks that every figure of one annual report is what its explanation gives when it is computed again: from the listed
 * entries, from the contributing records alone, and from the whole log.
 *
 * @param log all events that may contribute
 */
public record ExplainedFigures(
        LedgerQueries queries,
        List<RecordedEvent> log,
        String zone,
        StatedPeriod period,
        @Nullable LocalDate asOf,
        KnownAt knownAt) {

    /** Checks the report that a scenario asks for. */
    static void checkReport(TestLedger ledger, String line) throws SQLException {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(ledger.dataSource().getConnection(), true);
        try {
            ofScenario(LedgerQueries.over(connection, ledger.log()), ledger, line)
                    .check();
        } finally {
            connection.destroy();
        }
    }

    /** Checks the tables of the reports that a scenario asks for. */
    static void checkTables(TestLedger ledger, Collection<String> lines) throws SQLException {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(ledger.dataSource().getConnection(), true);
        try {
            LedgerQueries queries = LedgerQueries.over(connection, ledger.log());
            lines.forEach(line -> ofScenario(queries, ledger, line)
                    .check(ReportTypes.find(line.split(" ", 2)[0]).orElseThrow()));
        } finally {
            connection.destroy();
        }
    }

    private static ExplainedFigures ofScenario(LedgerQueries queries, TestLedger ledger, String line) {
        String[] words = line.split(" +", -1);
        String date = option(words, "asOf=");
        String known = option(words, "knownAt=");
        return new ExplainedFigures(
                queries,
                ledger.log().read(0, 100_000),
                words[1],
                periodOf(words),
                date == null ? null : LocalDate.parse(date),
                known == null ? KnownAt.now() : KnownAt.parse(known));
    }

    /** A report of a day states none. */
    private static StatedPeriod periodOf(String[] words) {
        return words.length < 3 || words[2].contains("=") ? ReportPeriod.year(2023) : ReportPeriod.parse(words[2]);
    }

    private static @Nullable String option(String[] words, String name) {
        return Stream.of(words)
                .filter(word -> word.startsWith(name))
                .findFirst()
                .map(word -> word.substring(name.length()))
                .orElse(null);
    }

    /** Checks both: the figures that measures name, and those in tables. */
    public void checkAll() {
        check();
        checkTables();
    }

    /** Fails unless they are; a report that cannot be made has no figures. */
    public void check() {
        if (queries.reports().ofPeriod(zone, period, asOf, knownAt, Annual::report)
                instanceof Answer.Found<AnnualReport>(AnnualReport report)) {
            report.figures().forEach(this::check);
        }
    }

    private void check(Figure figure) {
        var question = new Explanations.Question(
                zone, period, figure.measure(), figure.subject(), figure.unit(), asOf, knownAt);
        String which = figure + " as of " + asOf + " at " + knownAt;
        Found found = found(queries.explanations().annual(question), which);
        assertThat(Recount.figure(found.explanation())).as(which).isEqualTo(figure);
        assertThat(found.figure().value()).as(which).isEqualTo(figure.value());
        assertAlone(found, which);
    }

    /** Fails unless the same holds for every figure in the tables of the reports of the period that no measure names. */
    public void checkTables() {
        ReportTypes.all().stream()
                .filter(type -> TableExplanations.ofReports().contains(type.name()))
                .forEach(this::check);
    }

    private <R extends Report> void check(ReportType<R> type) {
        Answer<R> made = type.span() == Span.DAY
                ? queries.reports().ofDay(zone, asOf, knownAt, type.maker())
                : queries.reports().ofPeriod(zone, period, asOf, knownAt, type.maker());
        if (made instanceof Answer.Found<R>(R report)) {
            List<FigureTable> tables = report.explainedTables().stream()
                    .filter(table ->
                            !type.equals(ReportTypes.ANNUAL) || !table.name().equals("figures"))
                    .toList();
            AlteredNames altered = new AlteredNames(type.name(), tables, log);
            tables.forEach(table ->
                    table.rows().forEach(row -> altered.check(check(type, table.name(), row), table, row)));
        }
    }

    private Found check(ReportType<?> type, String table, FigureTable.Row row) {
        String name = Stream.concat(Stream.of(table), row.name().stream())
                .map(cell -> cell.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("/"));
        var question = new TableExplanations.Question(
                type.name(),
                zone,
                type.span() == Span.DAY ? null : period,
                name,
                row.quantity().unit(),
                asOf,
                knownAt);
        String which = type.name() + "/" + name + " of " + zone + " in " + period.text() + " as of " + asOf + " at "
                + knownAt + ": " + row.quantity();
        Found found = found(queries.tableExplanations().explain(question, type.maker()), which);
        Figure recounted = Recount.figure(found.explanation());
        assertThat(recounted.measure()).isEqualTo(type.name() + "/" + name);
        assertThat(new Quantity(recounted.value(), recounted.unit())).as(which).isEqualTo(row.quantity());
        assertThat(recounted.ratio()).as(which).isEqualTo(row.ratio());
        assertAlone(found, which);
        return found;
    }

    private static Found found(Answer<Explained> answer, String which) {
        if (answer instanceof Answer.Found<Explained>(Found found)) {
            return found;
        }
        throw new AssertionError(which + ": " + answer);
    }

    /** The contributing records explain the figure in the same way as the whole log does. */
    private void assertAlone(Found found, String which) {
        Asked asked = found.asked();
        Explanation explanation = found.explanation();
        Set<Long> positions = Contributions.positions(explanation);
        List<RecordedEvent> alone = log.stream()
                .filter(recorded -> positions.contains(recorded.position()))
                .toList();
        Predicate<LedgerEvent> interest = Interest.in(asked.measure());
        List<RecordedEvent> ofInterest = log.stream()
                .filter(recorded -> recorded.payload() instanceof LedgerEvent event && interest.test(event))
                .toList();
        for (List<RecordedEvent> records : List.of(alone, ofInterest, log)) {
            assertThat(Explainer.explain(asked, Evidence.of(records, asked.asOf(), asked.knownAt())))
                    .as(which)
                    .contains(explanation);
        }
    }
}
