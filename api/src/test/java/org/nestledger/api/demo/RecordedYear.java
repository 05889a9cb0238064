package org.nestledger.api.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.DriveableClock;
import org.nestledger.api.runtime.Progress;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.Projections;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.testing.Everything;
import org.nestledger.query.testing.TestLedger;

/** The demonstration's year in a database of its own, recorded with interruptions, and what was answered at each of them. */
final class RecordedYear implements AutoCloseable {

    private final TestDatabase database = TestLedger.migrated();
    private final HikariDataSource pool;
    private final DriveableClock clock = new DriveableClock();
    private final Map<Long, Map<String, String>> answered = new TreeMap<>();
    private final AxonLedger ledger;
    final PostgresEventLog log;
    final LedgerQueries queries;

    RecordedYear() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        pool = new HikariDataSource(config);
        log = new PostgresEventLog(pool, new LedgerCodec(), clock, LogOptions.defaults());
        ledger = AxonLedger.open(log, clock);
        queries = LedgerQueries.over(pool, log);
    }

    /** Interrupted somewhere before the first reversal, right before it, and right after the last one. */
    void recordWithInterruptions() {
        List<Step> steps = ZhaoqingYear.plan();
        List<Integer> reversals = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).order() instanceof Order.TakeBack)
                .boxed()
                .toList();
        for (int commands : List.of(130, reversals.getFirst(), reversals.getLast() + 1)) {
            assertThatThrownBy(() ->
                            new ZhaoqingYear().record(new InterruptedLedger(ledger, commands), clock, Progress.NONE))
                    .isInstanceOf(InterruptedLedger.Gone.class);
            catchUp();
            answered.put(log.head(), answers(KnownAt.now()));
        }
        record();
        catchUp();
    }

    void record() {
        new ZhaoqingYear().record(ledger, clock, Progress.NONE);
    }

    private void catchUp() {
        try (Projections projections = new Projections(pool, log, ReadModels.all())) {
            projections.catchUp();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What every report and list answered at each interruption, by the position of the last event then. */
    Map<Long, Map<String, String>> answered() {
        return answered;
    }

    Map<String, String> answers(KnownAt knownAt) {
        return Everything.reportsAndLists(queries, DemoZones.ZONE, null, knownAt);
    }

    AnnualReport annual(String zone, @Nullable LocalDate asOf, KnownAt knownAt) {
        return found(queries.reports().annual(zone, 2023, asOf, knownAt));
    }

    static <R extends Report> R found(Answer<R> answer) {
        return ((Answer.Found<R>) answer).report();
    }

    @Override
    public void close() {
        ledger.close();
        log.close();
        pool.close();
        database.close();
    }
}
