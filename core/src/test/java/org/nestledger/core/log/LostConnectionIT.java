package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.nothingAfter;
import static org.nestledger.core.log.LogFixture.ofCommand;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nestledger.core.log.FaultyDataSource.Fault;

class LostConnectionIT {

    private static final AppendCondition NONE = AppendCondition.none();

    private final LogFixture fixture = new LogFixture();
    private final FaultyDataSource faulty = new FaultyDataSource(fixture.database.unpooled());
    private final PostgresEventLog log = new PostgresEventLog(
            faulty.dataSource(),
            new TextCodec(),
            Clock.systemUTC(),
            LogOptions.defaults().withOutcomePatience(Duration.ofMillis(300)));
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(log);

    @AfterEach
    void close() {
        log.close();
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource
    void aBatchWhoseConnectionBreaksIsWrittenExactlyOnce(Fault fault) {
        append(event("one", "a:1"));
        faulty.nextAppend(fault);
        assertThat(append(nothingAfter(1, "a:1"), ofCommand("c", "two", "a:1"))).isEqualTo(2);
        assertThat(faulty.happened()).isTrue();
        assertThat(append(event("three", "a:1"))).isEqualTo(3);
        assertThat(fixture.texts()).containsExactly("one", "two", "three");
        assertThat(log.command("c").orElseThrow().firstPosition()).isEqualTo(2);
    }

    @Test
    void aBatchThatWasGivenUpCannotArriveLater() throws Exception {
        append(event("one"));
        faulty.nextAppend(Fault.REQUEST_DELAYED);
        append(event("two"));
        assertThatThrownBy(faulty::arrive).hasMessageContaining("another process appended");
        assertThat(fixture.texts()).containsExactly("one", "two");
    }

    @Test
    void anUnreachableDatabaseIsReportedAtOnceAndFoundAgainWhenItIsBack() {
        faulty.reachable(false);
        assertThatThrownBy(() -> append(event("one")))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("not reachable, nothing was written");
        assertThatThrownBy(log::head).isInstanceOf(EventStoreException.class).hasMessageContaining("not reachable");
        faulty.reachable(true);
        assertThat(append(event("two"))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_LOST", "ANSWER_LOST"})
    void whenTheDatabaseStaysAwayTheOutcomeIsCalledUnknownAndARepeatedCommandIsSafe(Fault fault) {
        append(event("one"));
        faulty.nextAppendIsTheLast(fault);
        assertThatThrownBy(() -> append(ofCommand("c", "two")))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("is not known");
        faulty.reachable(true);
        try {
            append(ofCommand("c", "two"));
            assertThat(fault).isEqualTo(Fault.REQUEST_LOST);
        } catch (DuplicateCommandException e) {
            assertThat(fault).isEqualTo(Fault.ANSWER_LOST);
            assertThat(e.receipt().firstPosition()).isEqualTo(2);
        }
        assertThat(fixture.texts()).containsExactly("one", "two");
    }

    @Test
    void killingConnectionsUnderLoadLosesAndDoublesNothing() throws Exception {
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> notWritten = new ConcurrentLinkedQueue<>();
        AtomicBoolean running = new AtomicBoolean(true);
        List<Thread> writers = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int number = thread;
            writers.add(Thread.startVirtualThread(() -> {
                for (int i = 0; running.get(); i++) {
                    String text = number + "/" + i;
                    try {
                        append(ofCommand(text, text, "t:" + number));
                        acknowledged.add(text);
                    } catch (EventStoreException e) {
                        if (e.getMessage().contains("nothing was written")) {
                            notWritten.add(text);
                        }
                    }
                }
            }));
        }
        for (int kill = 0; kill < 20; kill++) {
            int before = acknowledged.size();
            await().pollInterval(Duration.ofMillis(5)).until(() -> acknowledged.size() > before + 10);
            Thread.sleep(kill);
            fixture.database.killConnections();
        }
        running.set(false);
        for (Thread writer : writers) {
            writer.join();
        }
        List<String> texts = log.read(0, 100_000).stream()
                .map(event -> (String) event.payload())
                .toList();
        assertThat(texts).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(Collections.disjoint(texts, notWritten)).isTrue();
        assertThat(acknowledged).hasSizeGreaterThan(100);
        assertThat(log.head()).isEqualTo(texts.size());
    }

    private long append(TaggedEventMessage<?>... events) {
        return append(NONE, events);
    }

    private long append(AppendCondition condition, TaggedEventMessage<?>... events) {
        return LogFixture.get(LogFixture.appending(engine, condition, events));
    }
}
