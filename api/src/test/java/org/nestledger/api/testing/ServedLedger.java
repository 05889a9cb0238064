package org.nestledger.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestledger.api.database.ApiTokens;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.security.Grant;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.core.decision.Role;
import org.nestledger.core.testing.TestDatabase;

/** The application, really started on a database of its own; one for all tests of this JVM that do not need another. */
public final class ServedLedger implements AutoCloseable {

    /** Keys are not kept in a database, and each has its own. */
    private static final Path KEYS = temporary();

    private static final Pattern DATABASE = Pattern.compile("/([a-z]+_[0-9]+)");

    private static ServedLedger shared;

    static {
        // Tests ask as fast as they can, and one of a limit sets its own.
        System.setProperty("ledger.limits.requests-per-second", "0");
    }

    private final TestDatabase database = TestDatabase.create();
    private final LedgerRuntime runtime;
    private final LedgerServer server;
    private final Http http;

    private ServedLedger() {
        runtime = LedgerRuntime.open(at(database.jdbcUrl()), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
        http = http(runtime, server);
    }

    public static synchronized ServedLedger shared() {
        if (shared == null) {
            shared = new ServedLedger();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** The settings of a server that takes its only user without password. */
    public static DatabaseSettings at(String jdbcUrl) {
        Matcher database = DATABASE.matcher(jdbcUrl);
        if (!database.find()) {
            throw new IllegalArgumentException(jdbcUrl);
        }
        return new DatabaseSettings(KEYS.resolve(database.group(1)), jdbcUrl, "postgres", null);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("ledger-keys");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Requests of somebody who may do everything. */
    public Http http() {
        return http;
    }

    /** The same to another server. */
    public static Http http(LedgerRuntime runtime, LedgerServer server) {
        return new Http(server.address()).bearing(token(runtime, everything()));
    }

    /** A new token of somebody who is this, such as {@code committee@zhaoqing}. */
    public static String token(LedgerRuntime runtime, List<String> grants) {
        String name = "test-" + UUID.randomUUID();
        return new ApiTokens(runtime.database().dataSource())
                .create(name, grants, "local:test", null)
                .orElseThrow();
    }

    private static List<String> everything() {
        return Role.all().stream()
                .map(role -> new Grant(role, Grant.EVERYWHERE).toString())
                .toList();
    }

    public int port() {
        return server.port();
    }

    public long head() {
        return runtime.log().head();
    }

    public TestDatabase database() {
        return database;
    }

    public LedgerRuntime runtime() {
        return runtime;
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
    }
}
