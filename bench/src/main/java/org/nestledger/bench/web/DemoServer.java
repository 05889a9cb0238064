package org.nestledger.bench.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.DemoYear;
import org.nestledger.api.runtime.DriveableClock;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Progress;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.bench.Bench;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.zone.ZoneCommand.SetTarget;
import org.nestledger.query.projection.Rebuild;

/** The real server over the demonstration's year. */
final class DemoServer implements AutoCloseable {

    private static final String DATABASE = "bench_api";

    private final LedgerRuntime runtime;
    private final LedgerServer server;
    private final DemoYear year;
    private final AtomicInteger written = new AtomicInteger();

    private DemoServer(LedgerRuntime runtime, LedgerServer server, DemoYear year) {
        this.runtime = runtime;
        this.server = server;
        this.year = year;
    }

    static DemoServer start(Bench bench) throws Exception {
        bench.server().emptyDatabase(DATABASE);
        DriveableClock clock = new DriveableClock();
        Path directory = Files.createTempDirectory("bench-api");
        LedgerRuntime runtime = LedgerRuntime.open(
                new DatabaseSettings(directory, bench.server().url(DATABASE), null, null), clock);
        try {
            DemoYear year = ServiceLoader.load(DemoYear.class).findFirst().orElseThrow();
            bench.say("recording the year of the demonstration");
            year.record(runtime.ledger(), clock, Progress.NONE);
            clock.release();
            runtime.catchUp(Rebuild.Watch.NONE);
            return new DemoServer(runtime, LedgerServer.demonstrate(runtime, 0), year);
        } catch (RuntimeException failure) {
            runtime.close();
            throw failure;
        }
    }

    int port() {
        return server.port();
    }

    String zone() {
        return "/api/v1/zones/" + year.zone();
    }

    /** The first project of the zone. */
    String project(HttpCaller caller) throws Exception {
        String list = caller.text("/api/v1/projects?limit=1&zone=" + year.zone());
        return "/api/v1/projects/" + list.replaceFirst("(?s)^.*?\"id\":\"([^\"]+)\".*$", "$1");
    }

    /** Records something in the zone's books, so that no answer that is kept is of now any more. */
    void write() {
        String id = "bench-" + written.incrementAndGet();
        Quantity target = new Quantity(Integer.toString(written.get()), "mu");
        Outcome outcome = runtime.ledger()
                .submit(new Submission(
                        id,
                        new SetTarget(year.zone(), "land.acquired", year.year() + 1, target, today(), List.of()),
                        new Sender("bench", Role.all())));
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException(id + " was not recorded: " + outcome);
        }
    }

    private LocalDate today() {
        return LocalDate.of(year.year() + 1, 2, 1);
    }

    String annual() {
        return "/api/v1/reports/annual?zone=" + year.zone() + "&year=" + year.year();
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
    }
}
