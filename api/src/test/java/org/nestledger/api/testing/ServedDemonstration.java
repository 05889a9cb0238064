package org.nestledger.api.testing;

import org.nestledger.api.demo.ZhaoqingYear;
import org.nestledger.api.runtime.DriveableClock;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Progress;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.projection.Rebuild;

/** The demonstration, recorded and served as {@code ledger demo} serves it; one for all tests of this JVM. */
public final class ServedDemonstration implements AutoCloseable {

    private static final String FAILURES = "ledger.limits.failures-per-minute";

    private static ServedDemonstration shared;

    private final LedgerRuntime runtime;
    private final LedgerServer server;

    private ServedDemonstration() {
        DriveableClock clock = new DriveableClock();
        runtime = LedgerRuntime.open(ServedLedger.at(TestDatabase.create().jdbcUrl()), clock);
        new ZhaoqingYear().record(runtime.ledger(), clock, Progress.NONE);
        clock.release();
        runtime.catchUp(Rebuild.Watch.NONE);
        server = served(runtime);
    }

    /** Tests of wrong passwords and tokens send more of them than anybody may. */
    private static LedgerServer served(LedgerRuntime runtime) {
        System.setProperty(FAILURES, Integer.toString(Integer.MAX_VALUE));
        try {
            return LedgerServer.demonstrate(runtime, 0);
        } finally {
            System.clearProperty(FAILURES);
        }
    }

    public static synchronized ServedDemonstration shared() {
        if (shared == null) {
            shared = new ServedDemonstration();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** Requests of somebody of whom nothing is known. */
    public Http http() {
        return new Http(server.address());
    }

    /** Requests of one of the demonstration's users. */
    public Http as(String user) {
        return http().as(user, "demo");
    }

    public LedgerRuntime runtime() {
        return runtime;
    }

    public LedgerServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
    }
}
