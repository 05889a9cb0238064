package org.nestledger.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.PostgresEventLog;

/** A ledger on a database of its own, given commands in one line each, every one under a new id. */
public final class TestLedger implements AutoCloseable {

    private final TestDatabase database;
    private final AtomicInteger given;
    private final PostgresEventLog log;
    private final AxonLedger ledger;

    public TestLedger() {
        this(TestDatabase.ofLog(), new AtomicInteger(), LogOptions.defaults());
    }

    private TestLedger(TestDatabase database, AtomicInteger given, LogOptions options) {
        this.database = database;
        this.given = given;
        Clock clock = Clock.fixed(DeciderSpec.NOW, ZoneOffset.UTC);
        log = new PostgresEventLog(database.dataSource(), new LedgerCodec(), clock, options);
        ledger = AxonLedger.open(log, clock);
    }

    /** One more ledger on the same database, as another process would have; close it before this one. */
    public TestLedger another(LogOptions options) {
        return new TestLedger(database, given, options);
    }

    public PostgresEventLog log() {
        return log;
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public Ledger dryRun() {
        return ledger.dryRun();
    }

    /** Records each of these commands, one a line. */
    public TestLedger record(Sender sender, String commands) {
        commands.lines()
                .forEach(line -> assertThat(submit(sender, line)).as(line).isInstanceOf(Outcome.Recorded.class));
        return this;
    }

    public Outcome submit(Sender sender, String line) {
        return ledger.submit(submission(sender, line));
    }

    /** All at once, each on a thread of its own. */
    public List<Outcome> submitAtOnce(Sender sender, List<String> lines) throws Exception {
        List<Callable<Outcome>> rivals = lines.stream()
                .<Callable<Outcome>>map(line -> () -> submit(sender, line))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(lines.size())) {
            for (Future<Outcome> outcome : pool.invokeAll(rivals)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    /** Under an id of the greatest length. */
    public Submission submission(Sender sender, String line) {
        String number = Integer.toString(1_000_000 + given.incrementAndGet());
        return new Submission("号".repeat(Submission.MAX_ID_LENGTH - 7) + number, CommandLine.parse(line), sender);
    }

    @Override
    public void close() throws Exception {
        ledger.close();
        log.close();
        database.close();
    }
}
