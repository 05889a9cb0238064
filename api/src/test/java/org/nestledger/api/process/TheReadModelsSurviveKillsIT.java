package org.nestledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;

/** Processes that fold or rebuild are killed; others go on. */
@Tag("all")
class TheReadModelsSurviveKillsIT {

    private static final int PARCELS = 2_000;

    @TempDir
    static Path temporary;

    @BeforeAll
    static void importParcels() throws Exception {
        Path file = Files.writeString(
                temporary.resolve("commands.jsonl"),
                line("DesignateZone", Commands.zone("z"))
                        + IntStream.rangeClosed(1, PARCELS)
                                .mapToObj(n -> line("RegisterParcel", Commands.parcel("z", "l" + n, "1")))
                                .collect(Collectors.joining()));
        try (Program imported = Program.start(temporary, "import", file.toString())) {
            assertThat(imported.ended()).as(imported.err()).isZero();
            assertThat(imported.out()).contains("refused 0");
        }
    }

    /** A test that failed must not leave a database behind. */
    @AfterAll
    static void endTheDatabase() throws Exception {
        Path pid = temporary.resolve(".ledger/postgresql/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static String line(String command, String body) {
        return "{\"command\":\"" + command + "\"," + body.strip().substring(1).replaceAll("\\s*\n\\s*", "") + "\n";
    }

    @Test
    void aRebuildIsKilledInEveryPhaseBesideAServer() throws Exception {
        try (Program server = Program.start(temporary, "serve", "--port=0")) {
            Http http = server.served();
            for (String phase : new String[] {"fold", "index", "compare"}) {
                try (Program rebuild = Program.start(temporary, "rebuild")) {
                    await().pollInterval(Duration.ofMillis(5))
                            .atMost(Program.PATIENCE)
                            .until(() -> rebuild.err().contains(phase + ": "));
                    rebuild.signal("KILL");
                    assertThat(rebuild.ended()).isEqualTo(137);
                }
                seen(http, "during-" + phase);
            }
            assertThat(http.get("/actuator/health").status()).isEqualTo(200);
            rebuilt("--verify-only", "left as they were.");
            rebuilt("--accept", "replaced.");
            assertThat(http.get("/api/v1/parcels?zone=z&limit=1000").json().path("items"))
                    .hasSize(1_000);
            server.signal("TERM");
            assertThat(server.ended()).isZero();
        }
    }

    private static void rebuilt(String option, String end) throws Exception {
        try (Program rebuild = Program.start(temporary, "rebuild", option)) {
            assertThat(rebuild.ended()).as(rebuild.err()).isZero();
            assertThat(rebuild.out()).startsWith("Same: ").endsWith(end + "\n");
        }
    }

    @Test
    void oneOfTwoNodesIsKilledAndTheOtherTakesOver() throws Exception {
        try (Program first = Program.start(temporary, "serve", "--port=0")) {
            Http working = first.served();
            seen(working, "before");
            try (Program second = Program.start(temporary, "serve", "--port=0")) {
                Http other = second.served();
                seen(other, "through-the-other");
                first.signal("KILL");
                long killed = System.nanoTime();
                await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> seen(other, "after-" + System.nanoTime()));
                assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(15));
                assertThat(other.get("/actuator/health").status()).isEqualTo(200);
                second.signal("TERM");
                assertThat(second.ended()).isZero();
            }
        }
    }

    @Test
    void oneOfTwoNodesIsHaltedAndTheOtherTakesOverUntilItWakesUp() throws Exception {
        try (Program first = Program.start(temporary, "serve", "--port=0")) {
            Http working = first.served();
            seen(working, "before-the-halt");
            try (Program second = Program.start(temporary, "serve", "--port=0")) {
                Http other = second.served();
                seen(other, "through-the-second");
                first.signal("STOP");
                await().atMost(Duration.ofSeconds(20))
                        .ignoreExceptions()
                        .untilAsserted(() -> seen(other, "halted-" + System.nanoTime()));
                first.signal("CONT");
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> seen(working, "awake-" + System.nanoTime()));
                seen(other, "both");
                rebuilt("--verify-only", "left as they were.");
                second.signal("TERM");
                assertThat(second.ended()).isZero();
            }
            seen(working, "alone");
        }
    }

    /** What is recorded through a node can be read there. */
    private static void seen(Http http, String zone) {
        Http.Answer recorded = http.command("DesignateZone", Commands.zone(zone));
        assertThat(recorded.status()).isEqualTo(201);
        long position = recorded.json().path("lastPosition").asLong();
        assertThat(position).isPositive();
        assertThat(http.get("/api/v1/zones/" + zone + "?minPosition=" + position)
                        .status())
                .isEqualTo(200);
    }
}
