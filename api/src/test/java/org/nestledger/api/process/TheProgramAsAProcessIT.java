package org.nestledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;

@Tag("all")
class TheProgramAsAProcessIT {

    @TempDir
    Path temporary;

    /** A test that failed must not leave a database behind. */
    @AfterEach
    void endTheDatabase() throws Exception {
        postmaster(temporary.resolve(".ledger")).ifPresent(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void endsInOrderWhenItIsAskedTo(String signal) throws Exception {
        try (Program server = Program.start(temporary, "serve", "--port=0")) {
            assertThat(server.served().get("/api/v1/zones").status()).isEqualTo(200);
            server.signal(signal);
            assertThat(server.ended()).isZero();
            assertThat(server.err()).isEmpty();
        }
        assertThat(postmaster(temporary.resolve(".ledger"))).isEmpty();
    }

    @Test
    void namesThePortThatIsInUse() throws Exception {
        try (Program first = Program.start(temporary, "serve", "--port=0")) {
            String port = first.served().address().replaceFirst("^.*:", "");
            Path other = temporary.resolve("other");
            try (Program second = Program.start(temporary, "serve", "--port=" + port, "--data=" + other)) {
                assertThat(second.ended()).isEqualTo(1);
                assertThat(second.err().strip())
                        .isEqualTo("ledger: Port " + port + " is in use: choose another one with --port.");
            }
            assertThat(postmaster(other)).isEmpty();
            first.signal("TERM");
            assertThat(first.ended()).isZero();
        }
    }

    @Test
    void losesNothingWhenItIsKilled() throws Exception {
        try (Program server = Program.start(temporary, "serve", "--port=0")) {
            Http http = server.served();
            assertThat(http.command("DesignateZone", Commands.zone("kept")).status())
                    .isEqualTo(201);
            server.signal("KILL");
            server.ended();
        }
        assertThat(postmaster(temporary.resolve(".ledger"))).as("its orphan").isPresent();
        try (Program report = Program.start(temporary, "report", "annual", "--zone=kept", "--year=2023")) {
            assertThat(report.ended()).as(report.err()).isZero();
            assertThat(report.out()).startsWith("Annual report of kept");
        }
        assertThat(postmaster(temporary.resolve(".ledger")))
                .as("the orphan is stopped")
                .isEmpty();
        try (Program again = Program.start(temporary, "serve", "--port=0")) {
            assertThat(again.served().get("/api/v1/zones/kept").status()).isEqualTo(200);
            again.signal("TERM");
            assertThat(again.ended()).isZero();
        }
    }

    @Test
    void commandsWorkBesideAServer() throws Exception {
        Path file = Files.writeString(
                temporary.resolve("zone.jsonl"),
                Commands.zone("beside").replace("{", "{\"command\":\"DesignateZone\",") + "\n");
        try (Program server = Program.start(temporary, "serve", "--port=0")) {
            Http http = server.served();
            try (Program imports = Program.start(temporary, "import", file.toString())) {
                assertThat(imports.ended()).as(imports.err()).isZero();
                assertThat(imports.out().strip()).isEqualTo("read 1, recorded 1, already there 0, refused 0");
            }
            assertThat(http.get("/api/v1/zones/beside?minPosition=1").status()).isEqualTo(200);
            try (Program report =
                    Program.start(temporary, "report", "annual", "--zone=beside", "--year=2023", "--format=json")) {
                assertThat(report.ended()).as(report.err()).isZero();
                assertThat(report.out()).startsWith("{").endsWith("}\n");
            }
            assertThat(http.get("/actuator/health").status()).isEqualTo(200);
            server.signal("TERM");
            assertThat(server.ended()).isZero();
        }
    }

    @Test
    void refusesADataDirectoryOfAnotherVersion() throws Exception {
        Path data = Files.createDirectories(temporary.resolve(".ledger/postgresql"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        Files.writeString(data.resolveSibling("layout"), "Nest Ledger data directory, layout 1\n");
        try (Program server = Program.start(temporary, "serve", "--port=0")) {
            assertThat(server.ended()).isEqualTo(1);
            assertThat(server.err()).contains("was written by PostgreSQL 17").hasLineCount(1);
            assertThat(server.out()).isEmpty();
        }
    }

    @Test
    void runsAsAnOrdinaryUserAndKeepsOutOfOthersDirectories() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path jar = Files.copy(Program.JAR, temporary.resolve("program.jar"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        Path mine = Files.createDirectory(temporary.resolve("mine"));
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        try (Program begins = Program.start(temporary, nobody, jar, "token", "list", "--data=" + temporary + "/new")) {
            assertThat(begins.ended()).as(begins.err()).isZero();
        }
        try (Program report = Program.start(
                temporary,
                nobody,
                jar,
                "report",
                "annual",
                "--zone=z",
                "--year=2023",
                "--data=" + temporary + "/new")) {
            assertThat(report.ended()).isEqualTo(1);
            assertThat(report.err()).contains("The ledger is empty").hasLineCount(1);
        }
        try (Program refused = Program.start(temporary, nobody, jar, "token", "list", "--data=" + mine)) {
            assertThat(refused.ended()).isEqualTo(1);
            assertThat(refused.err()).contains("belongs to root").hasLineCount(1);
        }
    }

    /** The database of a data directory, when it runs. */
    private static Optional<ProcessHandle> postmaster(Path data) throws Exception {
        Path file = data.resolve("postgresql/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                : Optional.empty();
    }
}
