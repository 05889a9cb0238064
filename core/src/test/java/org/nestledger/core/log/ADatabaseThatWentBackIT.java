package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.appending;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.get;
import static org.nestledger.core.log.LogFixture.having;
import static org.nestledger.core.log.LogFixture.nothingAfter;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A backup is restored, or a standby takes over that lagged behind, while a process goes on that has seen more. */
@Timeout(60)
class ADatabaseThatWentBackIT {

    private final LogFixture full = new LogFixture();
    private final LogFixture lagging = new LogFixture();
    private final AtomicReference<DataSource> present = new AtomicReference<>(full.database.unpooled());
    private final PostgresEventLog log = new PostgresEventLog(
            FaultyDataSource.proxy(
                    DataSource.class,
                    full.database.unpooled(),
                    (name, _, call) ->
                            name.equals("getConnection") ? present.get().getConnection() : call.result()),
            new TextCodec(),
            Clock.systemUTC(),
            LogOptions.defaults());
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);

    @BeforeEach
    void begin() {
        append("one");
        append("two");
        lagging.append(event("one", "b:1"));
    }

    @AfterEach
    void close() {
        log.close();
        full.close();
        lagging.close();
    }

    @Test
    void nothingIsAppendedWhereLessIsThanWasOnDisk() {
        switchOver();
        assertRefused(() -> append("three"));
        assertThat(lagging.texts()).containsExactly("one");
    }

    @Test
    void norWhereOthersHaveAppendedSomethingElseSince() {
        Reading nothing = log.read(having("a:1"), 0);
        lagging.append(event("theirs", "a:1"));
        switchOver();
        assertRefused(() -> get(appending(engine, nothingAfter(nothing.head(), "a:1"), event("ours", "a:1"))));
        lagging.append(event("more", "a:1"));
        lagging.append(event("and more", "a:1"));
        assertRefused(() -> append("three"));
        assertThat(lagging.texts()).containsExactly("one", "theirs", "more", "and more");
    }

    @Test
    void itIsNoticedBeforeAnybodyAppends() {
        assertThat(log.wentBack()).isFalse();
        switchOver();
        await().until(log::wentBack);
        assertRefused(() -> append("three"));
    }

    @Test
    void soItIsWhereTheConnectionsStay() {
        full.database.execute("update log.log_head set position = 1");
        await().until(log::wentBack);
    }

    @Test
    void whoeverAppendsWhileOthersLookForTheHeadIsNotTakenForOneThatWentBack() {
        for (int i = 0; i < 300; i++) {
            append("more");
        }
        full.database.killConnections();
        for (int i = 0; i < 300; i++) {
            append("more");
        }
        assertThat(log.wentBack()).isFalse();
    }

    @Test
    void whoComesBackToTheSameLogGoesOn() {
        full.database.killConnections();
        assertThat(append("three")).isEqualTo(3);
        assertThat(log.read(0, 10)).extracting(RecordedEvent::payload).containsExactly("one", "two", "three");
    }

    private void switchOver() {
        present.set(lagging.database.unpooled());
        full.database.killConnections();
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("no longer holds the log that this process has seen, which went to position 2")
                .hasMessageContaining("nothing was written")
                .hasMessageContaining("restart this process");
    }

    private long append(String text) {
        return get(appending(engine, AppendCondition.none(), event(text, "b:1")));
    }
}
