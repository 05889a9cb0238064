package org.nestledger.api.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.nestledger.api.failure.LedgerFailure;

/** Starts and stops the PostgreSQL of a data directory. Every method is called by one process at a time. */
final class PostgresServer {

    static final String USER = "ledger";

    private static final int START_ATTEMPTS = 5;
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final DataDirectory directory;

    PostgresServer(DataDirectory directory) {
        this.directory = directory;
    }

    /** The port of the server that runs, or that is started now; a preferred one when it is free. */
    int run(int preferredPort) throws IOException {
        Optional<PidFile> running = PidFile.read(directory);
        if (running.isPresent() && running.get().alive()) {
            return awaitReady(running.get());
        }
        // One that was killed leaves its file, and PostgreSQL would believe it if its number was given away since.
        Files.deleteIfExists(PidFile.in(directory));
        PostgresBinaries binaries = PostgresBinaries.unpacked(directory.path());
        if (!Files.exists(directory.cluster().resolve("PG_VERSION"))) {
            initialise(binaries);
        }
        return start(binaries, preferredPort);
    }

    /** Ends the server's other sessions' wait: a fast stop, however the server was started. */
    void stop() throws IOException {
        Optional<PidFile> running = PidFile.read(directory).filter(PidFile::alive);
        if (running.isPresent()) {
            PostgresBinaries binaries = PostgresBinaries.unpacked(directory.path());
            execute(
                    binaries.command(
                            "pg_ctl",
                            "-D",
                            DataDirectory.CLUSTER,
                            "-m",
                            "fast",
                            "-w",
                            "-t",
                            Long.toString(STOP_PATIENCE.toSeconds()),
                            "stop"),
                    STOP_PATIENCE.plusSeconds(5));
        }
    }

    private int awaitReady(PidFile found) throws IOException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        Optional<PidFile> now = Optional.of(found);
        while (System.nanoTime() < deadline) {
            if (now.isEmpty() || !now.get().alive()) {
                return run(found.port());
            }
            if (now.get().status().equals("ready")) {
                return now.get().port();
            }
            pause();
            now = PidFile.read(directory);
        }
        throw new LedgerFailure(
                "The database in " + directory.path() + " does not become ready; see " + directory.log() + ".");
    }

    /** Builds the cluster beside its place and moves it there at the end, so that a broken attempt leaves nothing. */
    private void initialise(PostgresBinaries binaries) throws IOException {
        Path draft = directory.path().resolve(DataDirectory.CLUSTER + ".new");
        PostgresBinaries.delete(draft);
        directory.secret();
        long logged = logSize();
        int exit = execute(
                binaries.command(
                        "initdb",
                        "--pgdata=" + draft.getFileName(),
                        "--username=" + USER,
                        "--pwfile=" + directory.secretFile().getFileName(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"),
                START_PATIENCE);
        if (exit != 0) {
            throw new LedgerFailure(
                    "The database in " + directory.path() + " cannot be created: " + directory.complaint(logged));
        }
        PostgresBinaries.delete(directory.cluster());
        Files.move(draft, directory.cluster());
    }

    private int start(PostgresBinaries binaries, int preferredPort) throws IOException {
        int port = preferredPort > 0 ? preferredPort : freePort();
        for (int attempt = 1; ; attempt++) {
            long logged = logSize();
            int exit = execute(
                    binaries.command(
                            "pg_ctl",
                            "-D",
                            DataDirectory.CLUSTER,
                            "-l",
                            DataDirectory.LOG,
                            "-o",
                            options(port),
                            "-w",
                            "-t",
                            Long.toString(START_PATIENCE.toSeconds()),
                            "start"),
                    START_PATIENCE.plusSeconds(5));
            if (exit == 0) {
                return port;
            }
            // Another program may have taken the port meanwhile, or a killed server's last processes are still ending.
            if (attempt == START_ATTEMPTS) {
                throw new LedgerFailure(
                        "The database in " + directory.path() + " does not start: " + directory.complaint(logged));
            }
            port = freePort();
            pause();
        }
    }

    private static String options(int port) {
        return String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c max_connections=100",
                "-c shared_buffers=256MB",
                "-c effective_cache_size=1GB",
                "-c max_wal_size=2GB",
                "-c timezone=UTC",
                "-c log_timezone=UTC",
                "-c log_checkpoints=off");
    }

    /** Its output goes to the log of the data directory. */
    private int execute(List<String> command, Duration patience) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private long logSize() throws IOException {
        return Files.exists(directory.log()) ? Files.size(directory.log()) : 0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
