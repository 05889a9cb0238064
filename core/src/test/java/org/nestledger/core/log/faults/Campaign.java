package org.nestledger.core.log.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nestledger.core.log.LogSchema;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Kills and pauses the processes of a log while clients append to it, one fault a round, and checks after each fault what
 * clients were told. After some rounds it begins a new log. The same seed chooses the same faults and waits; what they hit
 * is up to the clock.
 */
public final class Campaign implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOAD_MILLIS = 300;
    private static final int PAUSE_MILLIS = 1_500;
    private static final long POLL_MILLIS = 20;

    /** As much as clients write down about a hundred appends or so. */
    private static final long SIGN_OF_LOAD = 20_000;

    private final Path directory;
    private final FaultyPostgres postgres;
    private final Tally tally = new Tally();
    private final Random random;
    private final int roundsPerLog;
    private final List<Fault> plan = new ArrayList<>();
    private final Map<String, WorkerProcess> workers = new HashMap<>();

    /** Told after each round. */
    public interface Watch {

        void done(Fault fault, Tally tally);
    }

    /** @param roundsPerLog after how many rounds a new log is begun */
    public Campaign(Path directory, long seed, int roundsPerLog) throws IOException {
        this.directory = directory;
        this.postgres = FaultyPostgres.start(directory);
        this.random = new Random(seed);
        this.roundsPerLog = roundsPerLog;
    }

    /** Injects so many faults, each kind as often as the others, in an order that the seed tells. */
    public Tally run(int rounds, Watch watch) throws Exception {
        for (int done = 0, log = 1; done < rounds; done += roundsPerLog, log++) {
            runLog("log" + log, Math.min(roundsPerLog, rounds - done), watch);
        }
        return tally;
    }

    private void runLog(String name, int rounds, Watch watch) throws Exception {
        Path place = Files.createDirectories(directory.resolve(name));
        String jdbcUrl = postgres.createDatabase(name);
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        LogSchema.migrate(dataSource);
        List<String> names = random.nextInt(3) == 0 ? List.of("a") : List.of("a", "b");
        int threads = 8 << random.nextInt(3);
        LogUnderFaults log = new LogUnderFaults(place, jdbcUrl, names);
        try {
            for (int round = 0; round < rounds; round++) {
                Fault fault = next();
                for (String worker : names) {
                    keepAlive(place, jdbcUrl, worker, threads / names.size());
                }
                awaitLoad();
                Thread.sleep(random.nextInt(LOAD_MILLIS));
                inject(fault, log, jdbcUrl);
                tally.round(fault, named(name, log.violations()));
                watch.done(fault, tally);
            }
            end(name, log);
        } catch (IllegalStateException stuck) {
            tally.violation(name + ": " + stuck.getMessage());
        } finally {
            workers.values().forEach(WorkerProcess::close);
            workers.clear();
        }
    }

    private void end(String name, LogUnderFaults log) throws Exception {
        for (WorkerProcess worker : workers.values()) {
            if (worker.isAlive() && !worker.end()) {
                tally.violation(name + ": worker " + worker.name() + " does not end in order");
            }
        }
        named(name, log.violations()).forEach(tally::violation);
        log.count(tally);
    }

    private static List<String> named(String log, List<String> violations) {
        return violations.stream().map(what -> log + ": " + what).toList();
    }

    private Fault next() {
        if (plan.isEmpty()) {
            plan.addAll(List.of(Fault.values()));
            Collections.shuffle(plan, random);
        }
        return plan.removeLast();
    }

    private void keepAlive(Path place, String jdbcUrl, String name, int threads) throws IOException {
        long seed = random.nextLong();
        int patience = random.nextBoolean() ? 1 : 15;
        WorkerProcess worker = workers.get(name);
        if (worker == null || !worker.isAlive()) {
            workers.put(name, WorkerProcess.start(place, jdbcUrl, name, seed, threads, patience));
        }
    }

    /** Waits until every worker gets answers again. */
    private void awaitLoad() throws Exception {
        Map<WorkerProcess, Long> before = new HashMap<>();
        for (WorkerProcess worker : workers.values()) {
            before.put(worker, worker.written());
        }
        await("no answers after a fault", () -> {
            for (WorkerProcess worker : workers.values()) {
                if (!worker.isAlive()) {
                    throw new IllegalStateException("worker " + worker.name() + " ended by itself");
                }
                if (worker.written() < before.get(worker) + SIGN_OF_LOAD) {
                    return false;
                }
            }
            return true;
        });
    }

    private void inject(Fault fault, LogUnderFaults log, String jdbcUrl) throws Exception {
        List<WorkerProcess> all = List.copyOf(workers.values());
        WorkerProcess one = all.get(random.nextInt(all.size()));
        switch (fault) {
            case KILL_WORKER -> one.kill();
            case KILL_POSTGRES -> {
                postgres.kill(random);
                Thread.sleep(random.nextInt(PAUSE_MILLIS));
                postgres.restart();
            }
            case KILL_BOTH -> {
                one.kill();
                postgres.kill(random);
                all.forEach(WorkerProcess::kill);
                postgres.restart();
            }
            case KILL_BACKEND -> {
                long before = postgres.checkpointer(jdbcUrl);
                signalWriter("KILL", jdbcUrl, one);
                await("PostgreSQL does not notice", () -> postgres.hasBegunAnew(jdbcUrl, before));
            }
            case END_BACKEND -> signalWriter("TERM", jdbcUrl, one);
            case PAUSE_POSTGRES -> {
                postgres.pause();
                Thread.sleep(PAUSE_MILLIS + random.nextInt(PAUSE_MILLIS));
                postgres.resume();
            }
            case KILL_BEFORE_PUBLICATION -> killBeforePublication(log, all);
        }
        await("PostgreSQL does not come back", () -> log.committedCheckpoint() >= 0);
    }

    private void signalWriter(String signal, String jdbcUrl, WorkerProcess worker) throws Exception {
        await(
                "no connection appends",
                () -> postgres.writer(jdbcUrl, worker.name())
                        .filter(pid -> FaultyPostgres.signal(signal, pid))
                        .isPresent());
    }

    /** Stands in the way of the file that publication writes first, until a checkpoint is committed but not published. */
    private void killBeforePublication(LogUnderFaults log, List<WorkerProcess> all) throws Exception {
        Path keys = Worker.keys(log.directory());
        await("the signer does not start", () -> log.committedCheckpoint() > 0);
        Path inTheWay = keys.resolve("tlog-checkpoint.new");
        Path something = inTheWay.resolve("something");
        await("no place is free in " + keys, () -> {
            Files.deleteIfExists(inTheWay);
            return inTheWay.toFile().mkdir() && something.toFile().createNewFile();
        });
        await("nothing is signed", () -> log.committedCheckpoint() > log.publishedCheckpoint());
        all.forEach(WorkerProcess::kill);
        Files.delete(something);
        Files.delete(inTheWay);
    }

    private interface Condition {

        boolean holds() throws Exception;
    }

    /** Waits, also while PostgreSQL does not answer. */
    private static void await(String otherwise, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String why = "";
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (SQLException e) {
                why = ": " + e.getMessage();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise + " for " + PATIENCE.toSeconds() + " s" + why);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        workers.values().forEach(WorkerProcess::close);
        postgres.close();
    }
}
