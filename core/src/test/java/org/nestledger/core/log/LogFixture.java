package org.nestledger.core.log;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.core.testing.TestDatabase;

/** A log on a database of its own, and short words for what tests do with it. */
final class LogFixture implements AutoCloseable {

    static final String TYPE = "test.Noted";

    final TestDatabase database;
    private final HikariDataSource pool = new HikariDataSource();
    PostgresEventLog log;
    PostgresEventStorageEngine engine;

    LogFixture() {
        this(LogOptions.defaults());
    }

    LogFixture(LogOptions options) {
        database = TestDatabase.ofLog();
        pool.setDataSource(database.unpooled());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(2);
        log = open(options);
        engine = new PostgresEventStorageEngine(log);
    }

    /** One more log on the same database, as another process would have. */
    PostgresEventLog open(LogOptions options) {
        return new PostgresEventLog(pool, new TextCodec(), Clock.systemUTC(), options);
    }

    void restart() {
        log.close();
        log = open(LogOptions.defaults());
        engine = new PostgresEventStorageEngine(log);
    }

    static TaggedEventMessage<EventMessage> event(String text, String... tags) {
        return event(TYPE, text, Map.of("key", "value"), Instant.now(), tags);
    }

    static TaggedEventMessage<EventMessage> event(
            String type, String text, Map<String, String> metadata, Instant time, String... tags) {
        EventMessage message =
                new GenericEventMessage(UUID.randomUUID().toString(), new MessageType(type, "1"), text, metadata, time);
        return new GenericTaggedEventMessage<>(message, tags(tags));
    }

    static TaggedEventMessage<EventMessage> ofCommand(String commandId, String text, String... tags) {
        return event(TYPE, text, Map.of("commandId", commandId, "commandHash", "hash of " + text), Instant.now(), tags);
    }

    static Set<Tag> tags(String... tags) {
        return Tags.fromTexts(List.of(tags));
    }

    static EventCriteria having(String... tags) {
        return EventCriteria.havingTags(tags(tags));
    }

    /** Condition: nothing with these tags after the position. */
    static AppendCondition nothingAfter(long position, String... tags) {
        return AppendCondition.withCriteria(having(tags)).withMarker(new GlobalIndexConsistencyMarker(position));
    }

    CompletableFuture<Long> appending(AppendCondition condition, TaggedEventMessage<?>... events) {
        return appending(engine, condition, events);
    }

    static CompletableFuture<Long> appending(
            PostgresEventStorageEngine engine, AppendCondition condition, TaggedEventMessage<?>... events) {
        return engine.appendEvents(condition, null, List.of(events)).thenCompose(LogFixture::finish);
    }

    private static <R> CompletableFuture<Long> finish(AppendTransaction<R> transaction) {
        return transaction
                .commit(null)
                .thenCompose(result -> transaction.afterCommit(result, null))
                .thenApply(GlobalIndexConsistencyMarker::position);
    }

    /** Position of the last event. */
    long append(AppendCondition condition, TaggedEventMessage<?>... events) {
        return get(appending(condition, events));
    }

    long append(TaggedEventMessage<?>... events) {
        return append(AppendCondition.none(), events);
    }

    /** The result, or the true exception of a failure. */
    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Texts of the events that match, in order. */
    List<String> source(EventCriteria criteria) {
        List<String> texts = new ArrayList<>();
        MessageStream<EventMessage> stream = engine.source(SourcingCondition.conditionFor(criteria), null);
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            if (entry.get().getResource(ConsistencyMarker.RESOURCE_KEY) == null) {
                texts.add((String) entry.get().message().payload());
            }
        }
        return texts;
    }

    List<String> texts() {
        return log.read(0, 1_000_000).stream()
                .map(event -> (String) event.payload())
                .toList();
    }

    /** The first column of a query's rows. */
    <T> List<T> select(Class<T> type, String sql) {
        return select(type, "select 1", sql);
    }

    /** The first column of a query's rows, after another statement in the same session. */
    <T> List<T> select(Class<T> type, String before, String sql) {
        try (Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(before);
            List<T> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(type.cast(rows.getObject(1)));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        log.close();
        pool.close();
        database.close();
    }
}
