package org.nestledger.api.testing;

import java.nio.file.Path;
import java.time.Clock;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.core.testing.TestDatabase;

/** The application, really started on a database of its own; one for all tests of this JVM that do not need another. */
public final class ServedLedger implements AutoCloseable {

    private static ServedLedger shared;

    private final TestDatabase database = TestDatabase.create();
    private final LedgerRuntime runtime;
    private final LedgerServer server;

    private ServedLedger() {
        runtime = LedgerRuntime.open(at(database.jdbcUrl()), Clock.systemUTC());
        server = LedgerServer.start(runtime, 0);
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
        return new DatabaseSettings(Path.of("unused"), jdbcUrl, "postgres", null);
    }

    public Http http() {
        return new Http(server.address());
    }

    public int port() {
        return server.port();
    }

    public long head() {
        return runtime.log().head();
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
