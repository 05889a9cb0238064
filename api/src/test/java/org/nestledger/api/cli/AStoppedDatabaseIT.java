package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.database.DatabaseTimeouts;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

/** The embedded PostgreSQL, really stopped and really killed under a server. */
@Tag("all")
class AStoppedDatabaseIT {

    private static final DatabaseTimeouts SHORT = new DatabaseTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Duration BOUND = SHORT.longest().multipliedBy(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SENDERS = 8;

    @TempDir
    Path data;

    private LedgerRuntime runtime;
    private LedgerServer server;
    private Http http;

    @BeforeEach
    void open() {
        runtime = LedgerRuntime.open(DatabaseSettings.embedded(data).with(SHORT), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
        http = ServedLedger.http(runtime, server);
        assertThat(http.command("DesignateZone", Commands.zone("before")).status())
                .isEqualTo(201);
    }

    @AfterEach
    void close() {
        server.close();
        runtime.close();
    }

    @Test
    void requestsAndCommandsOfAStoppedDatabaseAreRefusedInTime() throws Exception {
        signal("STOP");
        try {
            for (String path : List.of("/api/v1/zones", "/api/v1/zones/before", "/actuator/health")) {
                assertThat(inTime(() -> http.get(path)).status()).as(path).isEqualTo(503);
            }
            for (int i = 0; i < 2; i++) {
                Http.Answer refused = inTime(() -> http.command("DesignateZone", Commands.zone("during")));
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.headers()).containsKey("retry-after");
            }
            CommandLineRun report =
                    CommandLineRun.of("report", "annual", "--zone=before", "--year=2023", "--data=" + data);
            assertThat(report.status()).isEqualTo(1);
            assertThat(report.err()).startsWith("ledger: ").hasLineCount(1);
        } finally {
            signal("CONT");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(http.command("DesignateZone", Commands.zone("during"))
                                .status())
                        .isIn(200, 201));
        assertThat(http.command("DesignateZone", Commands.zone("before")).status())
                .isEqualTo(200);
        assertThat(runtime.log().head()).isEqualTo(2);
    }

    @Test
    void whatWasAcknowledgedSurvivesStopsAndKillsExactlyOnce() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                String name = "s" + sender;
                senders.add(threads.submit(() -> send(name)));
            }
            for (int fault = 0; fault < 3; fault++) {
                Thread.sleep(700);
                signal("STOP");
                Thread.sleep(fault == 1 ? 5_000 : 300);
                signal(fault == 2 ? "KILL" : "CONT");
            }
            for (Future<List<String>> sender : senders) {
                acknowledged.addAll(sender.get());
            }
        }
        List<String> zones = runtime.log().read(0, 10_000).stream()
                .map(event -> event.tags().getFirst())
                .toList();
        assertThat(zones).doesNotHaveDuplicates().hasSize(acknowledged.size() + 1);
        assertThat(zones)
                .containsAll(acknowledged.stream().map(zone -> "books:" + zone).toList());
    }

    /** Zones one after the other, each given until it is acknowledged; for as long as all the faults take and more. */
    private List<String> send(String name) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        long begun = System.nanoTime();
        while (Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofSeconds(12)) < 0) {
            String zone = name + "-" + acknowledged.size();
            await().atMost(PATIENCE).until(() -> {
                int status = inTime(() -> http.command("DesignateZone", Commands.zone(zone)))
                        .status();
                assertThat(status).isIn(200, 201, 503);
                return status != 503;
            });
            acknowledged.add(zone);
        }
        return acknowledged;
    }

    /** To the server and all its sessions. */
    private void signal(String name) throws Exception {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        List<String> pids = Stream.concat(Stream.of(server), server.descendants())
                .map(process -> Long.toString(process.pid()))
                .toList();
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        command.addAll(pids);
        new ProcessBuilder(command).start().waitFor();
    }

    private static Http.Answer inTime(Callable<Http.Answer> request) throws Exception {
        long begun = System.nanoTime();
        Http.Answer answer = request.call();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        return answer;
    }
}
