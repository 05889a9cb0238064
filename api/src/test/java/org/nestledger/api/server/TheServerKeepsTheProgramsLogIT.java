package org.nestledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.ProgramLog;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.testing.TestDatabase;
import org.slf4j.LoggerFactory;

/** While a server starts, other threads of the program write to the log already. */
class TheServerKeepsTheProgramsLogIT {

    @Test
    void itsStartDoesNotResetTheLog() {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        ProgramLog.open();
        Resets resets = new Resets();
        log.addListener(resets);
        try (TestDatabase database = TestDatabase.create();
                LedgerRuntime runtime = LedgerRuntime.open(ServedLedger.at(database.jdbcUrl()), Clock.systemUTC());
                LedgerServer server = LedgerServer.start(runtime, 0)) {
            assertThat(server.port()).isPositive();
            assertThat(resets.count).hasValue(0);
        } finally {
            log.removeListener(resets);
        }
    }

    private static final class Resets implements LoggerContextListener {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            count.incrementAndGet();
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    }
}
