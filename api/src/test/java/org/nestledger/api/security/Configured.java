package org.nestledger.api.security;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.query.testing.TestLedger;

/** A server of its own with settings, which hold while it starts. */
record Configured(LedgerRuntime runtime, LedgerServer server) implements AutoCloseable {

    static Configured start(Map<String, String> settings) {
        return start(settings, LedgerServer::start);
    }

    static Configured start(Map<String, String> settings, BiFunction<LedgerRuntime, Integer, LedgerServer> start) {
        LedgerRuntime runtime =
                LedgerRuntime.open(ServedLedger.at(TestLedger.migrated().jdbcUrl()), Clock.systemUTC());
        Map<String, String> before = new HashMap<>();
        settings.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try {
            return new Configured(runtime, start.apply(runtime, 0));
        } catch (RuntimeException failure) {
            runtime.close();
            throw failure;
        } finally {
            before.forEach(Configured::restore);
        }
    }

    private static void restore(String name, String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    Http http() {
        return new Http(server.address());
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
    }
}
