package org.nestledger.api.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.nestledger.api.failure.LedgerFailure;

/** Starts and stops the PostgreSQL of a data directory. Every method is called by one process at a time. */
final class PostgresServer {

    static final String USER = "ledger";

    private static final int START_ATTEMPTS = 5;
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration LISTEN_PATIENCE = Duration.ofSeconds(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final DataDirectory directory;

    PostgresServer(DataDirectory directory) {
        this.directory = directory;
    }

    /** The port of the server that runs, or that is started now; a preferred one when it is free. */
    int run(int preferredPort) throws IOException {
        OptionalInt running = running();
        if (running.isPresent()) {
            return running.getAsInt();
        }
        // One that was killed leaves its file, and PostgreSQL would believe it if its number was given away since.
        Files.deleteIfExists(PidFile.in(directory));
        PostgresBinaries binaries = PostgresBinaries.unpacked(directory.path());
        if (!Files.exists(directory.cluster().resolve("PG_VERSION"))) {
            initialise(binaries);
        }
        return start(binaries, preferredPort);
    }

    /** Ends the server and its sessions, whoever started it. */
    void stop() throws IOException {
        if (PidFile.read(directory)
                .filter(PidFile::mayLive)
                .filter(PidFile::listens)
                .isPresent()) {
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

    /** The port of the server that runs, once it is ready; nothing when there is none, whatever its file says. */
    private OptionalInt running() throws IOException {
        long begun = System.nanoTime();
        while (true) {
            Optional<PidFile> found = PidFile.read(directory).filter(PidFile::mayLive);
            if (found.isEmpty()) {
                return OptionalInt.empty();
            }
            boolean listens = found.get().listens();
            if (listens && found.get().ready()) {
                return OptionalInt.of(found.get().port());
            }
            long waited = System.nanoTime() - begun;
            if (!listens && waited > LISTEN_PATIENCE.toNanos()) {
                return OptionalInt.empty();
            }
            if (waited > START_PATIENCE.toNanos()) {
                throw new LedgerFailure(
                        "The database in " + directory.path() + " does not become ready; see " + directory.log() + ".");
            }
            pause();
        }
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
        ProcessBuilder builder = new ProcessBuilder(command);
        // What points the user's own tools at another server must not lead these astray.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.directory(directory.path().toFile())
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
