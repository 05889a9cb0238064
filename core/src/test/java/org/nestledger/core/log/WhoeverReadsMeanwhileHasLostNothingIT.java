package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.log.LogFixture.appending;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.get;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The writer learns where the log ends while another thread reads what another process appends right then. */
@Timeout(60)
class WhoeverReadsMeanwhileHasLostNothingIT {

    private final LogFixture others = new LogFixture();
    private final AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();
    private final PostgresEventLog log = new PostgresEventLog(
            FaultyDataSource.proxy(
                    DataSource.class,
                    others.database.unpooled(),
                    (name, _, call) ->
                            name.equals("getConnection") ? connection((Connection) call.result()) : call.result()),
            new TextCodec(),
            Clock.systemUTC(),
            LogOptions.defaults());
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);

    @AfterEach
    void close() {
        log.close();
        others.close();
    }

    @Test
    void theWriterDoesNotTakeTheirsForSomethingThatWasLost() {
        meanwhile.set(() -> {
            others.append(event("theirs", "a:1"));
            assertThat(log.read(0, 10)).hasSize(1);
        });

        assertThat(get(appending(engine, AppendCondition.none(), event("ours", "b:1"))))
                .isEqualTo(2);

        assertThat(meanwhile).hasNullValue();
        assertThat(log.wentBack()).isFalse();
    }

    private Connection connection(Connection connection) {
        return FaultyDataSource.proxy(Connection.class, connection, (name, arguments, call) -> {
            Object result = call.result();
            return name.equals("prepareStatement") && ((String) arguments[0]).contains("h.frontier")
                    ? statement((PreparedStatement) result)
                    : result;
        });
    }

    /** What it found is of before. */
    private PreparedStatement statement(PreparedStatement statement) {
        return FaultyDataSource.proxy(PreparedStatement.class, statement, (name, _, call) -> {
            Object result = call.result();
            Runnable now = name.equals("executeQuery") ? meanwhile.getAndSet(null) : null;
            if (now != null) {
                now.run();
            }
            return result;
        });
    }
}
