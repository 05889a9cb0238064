package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.having;
import static org.nestledger.core.log.LogFixture.nothingAfter;
import static org.nestledger.core.log.LogFixture.ofCommand;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log that records were loaded into cannot be told from one to which they were appended. */
class BulkLoadIT {

    private static final List<String> TABLES = List.of(
            "select array_agg(t order by position)::text from (select position, recorded_at, type, record, leaf from log.event) t",
            "select array_agg(t order by tag, position)::text from log.event_tag t",
            "select array_agg(t order by command_id)::text from log.command t",
            "select array_agg(t order by level, n)::text from log.log_tile t",
            "select (position, frontier)::text from log.log_head");

    private final LogFixture appended = new LogFixture();
    private final LogFixture loaded = new LogFixture();

    @AfterEach
    void close() {
        appended.close();
        loaded.close();
    }

    @Test
    void aLoadWhoseConnectionBreaksAtOnceGivesItBack() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(loaded.database.unpooled());
            DataSource source = FaultyDataSource.proxy(DataSource.class, pool, (name, _, call) -> {
                Object result = call.result();
                return name.equals("getConnection") ? broken((Connection) result) : result;
            });
            BulkLoad load = new BulkLoad(source, new TextCodec(), Clock.systemUTC(), LogOptions.defaults());
            assertThatThrownBy(() -> load.append(() -> null, _ -> {})).isInstanceOf(EventStoreException.class);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    private static Connection broken(Connection connection) {
        return FaultyDataSource.proxy(Connection.class, connection, (name, _, call) -> {
            if (name.equals("createStatement")) {
                throw FaultyDataSource.broken();
            }
            return call.result();
        });
    }

    @Test
    void everyTableIsTheSameWhateverTheBatches() throws Exception {
        Random random = new Random(11);
        while (appended.log.head() < 1_500) {
            int before = (int) appended.log.head();
            for (int i = random.nextInt(12); i >= 0; i--) {
                appendSomething(random);
            }
            List<byte[]> records = records(appended);
            load(loaded, 1 + random.nextInt(400)).append(source(records.subList(before, records.size())), _ -> {});
        }

        assertSame();
        assertThat(sound(loaded)).isEqualTo(appended.log.head());
    }

    @Test
    void itGoesOnWithALogOfAnySizeAndAppendsGoOnWithIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            appended.append(events(130));
        }
        List<byte[]> records = records(appended);
        loaded.append(events(77));

        long last = load(loaded, 100).append(source(records), _ -> {});
        loaded.append(events(200));
        load(loaded, 100).append(source(records), _ -> {});

        assertThat(last).isEqualTo(77 + 390);
        assertThat(sound(loaded)).isEqualTo(77 + 390 + 200 + 390);
    }

    @Test
    void theLogThatIsOpenReadsWhatIsLoadedAndKeepsItsConditions() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        try (AutoCloseable _ = loaded.log.onAppend(woken::incrementAndGet)) {
            appended.append(event("a", "n:1"), event("b", "n:1", "n:2"), event("c", "n:2"));
            load(loaded, 2).append(source(records(appended)), _ -> {});

            await().until(() -> woken.get() > 0);
            assertThat(loaded.source(having("n:1"))).containsExactly("a", "b");
            assertThatThrownBy(() -> loaded.append(nothingAfter(1, "n:2"), event("d")))
                    .isInstanceOf(AppendEventsTransactionRejectedException.class);
            assertThat(loaded.append(nothingAfter(3, "n:2"), event("d"))).isEqualTo(4);
        }
    }

    @Test
    void aCommandOfLoadedRecordsIsKnownAndItsEventsAreNotPulledApart() throws Exception {
        appended.append(event("before"));
        appended.append(ofCommand("c1", "x"), ofCommand("c1", "x"), ofCommand("c1", "x"), ofCommand("c1", "x"));
        appended.append(ofCommand("c2", "y"));

        List<Long> reached = new ArrayList<>();
        load(loaded, 2).append(source(records(appended)), reached::add);

        assertThat(loaded.log.command("c1")).contains(new CommandReceipt("c1", "hash of x", 2, 5));
        assertThat(reached).containsExactly(5L, 6L);
        assertThatThrownBy(() -> loaded.append(ofCommand("c2", "y"))).isInstanceOf(DuplicateCommandException.class);
    }

    @Test
    void twoLoadersAndAppendersAtOnceMakeOneSoundLog() throws Exception {
        appended.append(events(700));
        List<byte[]> records = records(appended);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            all.add(CompletableFuture.supplyAsync(() -> appendAll(records)));
        }
        for (int i = 0; i < 100; i++) {
            all.add(loaded.appending(nothingAfter(i, "nobody:" + i), event("own " + i)));
        }
        all.forEach(LogFixture::get);

        assertThat(sound(loaded)).isEqualTo(1_500);
    }

    @Test
    void whoWantsToBeAloneIsNotJoined() throws Exception {
        appended.append(events(90));
        List<byte[]> records = records(appended);
        loaded.append(event("first"));

        assertThatThrownBy(() -> load(loaded, 40).appendAfter(0, source(records), _ -> {}))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("holds 1 events, not the 0");
        assertThatThrownBy(() -> load(loaded, 40)
                        .appendAfter(1, source(records), reached -> loaded.append(event("between " + reached))))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("holds 42 events, not the 41");
        assertThat(sound(loaded)).isEqualTo(42);
    }

    @Test
    void nothingToLoadChangesNothing() throws Exception {
        assertThat(load(loaded, 10).append(() -> null, _ -> {})).isZero();
        loaded.append(event("a"));
        assertThat(load(loaded, 10).append(() -> null, _ -> {})).isEqualTo(1);
    }

    private void appendSomething(Random random) {
        int count = 1 + random.nextInt(60);
        String command = "c" + random.nextInt(1_000_000);
        boolean ofCommand = random.nextBoolean();
        // Times that go back as well, for what was recorded is never earlier than what stands before.
        Instant time = Instant.now().minusSeconds(random.nextInt(10_000));
        appended.append(IntStream.range(0, count)
                .mapToObj(i -> event(
                        "test.Type" + random.nextInt(3),
                        "text 肇庆 " + i,
                        ofCommand ? Map.of("commandId", command, "commandHash", "h") : Map.of(),
                        time.plusMillis(random.nextInt(1_000)),
                        "n:" + random.nextInt(50),
                        "zone:z1"))
                .toArray(TaggedEventMessage<?>[]::new));
    }

    private void assertSame() {
        for (String table : TABLES) {
            assertThat(loaded.select(String.class, table)).as(table).isEqualTo(appended.select(String.class, table));
        }
    }

    private long appendAll(List<byte[]> records) {
        try {
            return load(loaded, 50).append(source(records), _ -> {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static long sound(LogFixture fixture) {
        return new LogCheck(fixture.database.unpooled(), new TextCodec())
                .check((_, _) -> {})
                .events();
    }

    static BulkLoad load(LogFixture fixture, int batchEvents) {
        return new BulkLoad(
                fixture.database.unpooled(), new TextCodec(), Clock.systemUTC(), LogOptions.defaults(), batchEvents);
    }

    static List<byte[]> records(LogFixture fixture) {
        return fixture.select(byte[].class, "select record from log.event order by position");
    }

    static BulkLoad.Source source(List<byte[]> records) {
        Iterator<byte[]> iterator = records.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }

    private static TaggedEventMessage<?>[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event("text " + i, "n:" + i))
                .toArray(TaggedEventMessage<?>[]::new);
    }
}
