package org.nestledger.core.log.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PostgreSQL server that can be killed, paused and started again on what it left on the disk. It syncs its writes. */
public final class FaultyPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final EmbeddedPostgres first;

    private FaultyPostgres(Path data, EmbeddedPostgres first) {
        this.data = data;
        this.first = first;
    }

    /** Starts one in a directory of its own below this one. */
    public static FaultyPostgres start(Path directory) throws IOException {
        Path data = directory.resolve("postgresql");
        EmbeddedPostgres first = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("timezone", "UTC")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new FaultyPostgres(data, first);
    }

    public String createDatabase(String name) throws SQLException {
        try (Connection connection = first.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return first.getJdbcUrl("postgres", name);
    }

    /** Kills it and all of its processes in any order: nothing of it runs when this returns. */
    public void kill(Random random) throws IOException, InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(processes());
        Collections.shuffle(all, random);
        // Stopped first, so that none of them notices that another one died.
        all.forEach(process -> signal("STOP", process.pid()));
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().join();
        }
    }

    /** Starts it again after it was killed, and waits until it takes connections. */
    public void restart() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL insists on not being root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                program("pg_ctl"),
                "-D",
                data.toString(),
                "-l",
                data.resolveSibling("postgresql.log").toString(),
                "-w",
                "-t",
                Long.toString(PATIENCE.toSeconds()),
                "restart"));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("pg_ctl.log").toFile()))
                .start();
        if (!started.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || started.exitValue() != 0) {
            throw new IllegalStateException(
                    "PostgreSQL does not start again, see " + data.resolveSibling("pg_ctl.log"));
        }
    }

    /** Stops all of its processes in the middle of whatever they do. */
    void pause() throws IOException {
        processes().forEach(process -> signal("STOP", process.pid()));
    }

    void resume() throws IOException {
        processes().forEach(process -> signal("CONT", process.pid()));
    }

    /** The process that serves the connection over which a log of this name appends. */
    Optional<Long> writer(String jdbcUrl, String application) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement select = connection.prepareStatement(
                        "select pid from pg_stat_activity where application_name = ? and query like '%append_batch%'"
                                + " order by query_start desc limit 1")) {
            select.setString(1, application);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** The process that writes what others changed; 0 when there is none yet. */
    long checkpointer(String jdbcUrl) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement select = connection.prepareStatement(
                        "select pid from pg_stat_activity where backend_type = 'checkpointer'");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /**
     * Whether the server has begun anew since it had this checkpointer. When a connection's process is killed it ends all of
     * its processes and starts others, but not before it noticed: until then it takes connections that it is about to end.
     */
    boolean hasBegunAnew(String jdbcUrl, long checkpointer) throws SQLException {
        long now = checkpointer(jdbcUrl);
        return now != 0 && now != checkpointer;
    }

    /** Whether there was such a process to signal. */
    static boolean signal(String name, long pid) {
        try {
            return new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<ProcessHandle> processes() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
    }

    /** Beside the server that ran here before. */
    private String program(String name) throws IOException {
        String options = Files.readString(data.resolve("postmaster.opts"));
        Matcher server =
                Pattern.compile("^(.*?)/postgres(?: |$)", Pattern.MULTILINE).matcher(options);
        if (!server.find()) {
            throw new IOException("no server in " + options);
        }
        return server.group(1) + "/" + name;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name", "").startsWith("Linux");
    }

    @Override
    public void close() throws IOException {
        first.close();
    }
}
