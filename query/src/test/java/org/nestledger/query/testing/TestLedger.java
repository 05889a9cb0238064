package org.nestledger.query.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.PayloadCodec;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;
import org.nestledger.core.testing.EarlierVersions;
import org.nestledger.core.testing.TestDatabase;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.ReadModels;
import org.nestledger.query.check.ReportCheck;
import org.nestledger.query.projection.Compared;
import org.nestledger.query.projection.ReadSchema;
import org.nestledger.query.projection.Rebuild;
import org.nestledger.query.projection.RebuildRunsException;
import tools.jackson.databind.JsonNode;

/** A log and read models on a database of their own. Events are appended as they are, past all rules. */
public final class TestLedger implements AutoCloseable {

    private final TestDatabase database = migrated();
    private final PostgresEventLog log;
    private final PostgresEventLog writer;
    private final PostgresEventStorageEngine engine;

    public TestLedger() {
        log = openLog();
        writer = open(new NewerCodec());
        engine = new PostgresEventStorageEngine(writer);
    }

    /** A database with the schemas of the log and of the read models. */
    public static TestDatabase migrated() {
        return TestDatabase.create("log and read models", database -> {
            LogSchema.migrate(database);
            ReadSchema.migrate(database);
        });
    }

    /** One more log on the same database, as another process would have. */
    public PostgresEventLog openLog() {
        return open(new LedgerCodec());
    }

    private PostgresEventLog open(PayloadCodec codec) {
        return new PostgresEventLog(database.dataSource(), codec, Clock.systemUTC(), LogOptions.defaults());
    }

    public PostgresEventLog log() {
        return log;
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public TestDatabase database() {
        return database;
    }

    public LedgerQueries queries() {
        return LedgerQueries.over(dataSource(), log);
    }

    /** Brings the read models to the head of the log. */
    public TestLedger caughtUp() {
        try (var projections = ReadModels.over(dataSource(), log)) {
            projections.catchUp();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** What does not agree between log, read models and boundaries, one line each. */
    public List<String> findings() {
        DataSource one = dataSource();
        List<String> findings = new ArrayList<>();
        try (var projections = ReadModels.over(one, log)) {
            projections.catchUp();
            Compared compared = projections
                    .rebuild()
                    .run(Rebuild.Mode.VERIFY, Rebuild.Watch.NONE)
                    .compared();
            new ReportCheck(one, log, projections).check(compared, finding -> findings.add(finding.toString()));
        } catch (InterruptedException | RebuildRunsException e) {
            throw new IllegalStateException(e);
        }
        return findings;
    }

    /** Position of the last event. */
    public long append(Instant time, LedgerEvent... events) {
        List<TaggedEventMessage<?>> messages = new ArrayList<>();
        for (LedgerEvent event : events) {
            String version = String.valueOf(EventName.version(event.getClass()));
            messages.add(message(new MessageType(EventName.of(event.getClass()), version), event, time));
        }
        return append(messages);
    }

    /** The same of one event that somebody records. */
    public long appendBy(String actor, Instant time, LedgerEvent event) {
        MessageType type =
                new MessageType(EventName.of(event.getClass()), String.valueOf(EventName.version(event.getClass())));
        return append(List.of(message(type, event, EventTypes.tags(event), time, actor)));
    }

    public long append(LedgerEvent... events) {
        return append(Instant.parse("2024-01-01T00:00:00Z"), events);
    }

    /** An event as a newer program writes it: the read models' own log cannot decode its type. */
    public long appendUnknown(LedgerEvent payload) {
        return append(
                List.of(message(new MessageType("test.Unknown", "1"), payload, Instant.parse("2024-01-01T00:00:00Z"))));
    }

    /** The events as the first release wrote them. */
    public long appendAsFirst(LedgerEvent... events) {
        List<TaggedEventMessage<?>> messages = new ArrayList<>();
        for (LedgerEvent event : events) {
            EarlierVersions.Written written = EarlierVersions.first(event);
            MessageType type = new MessageType(written.type(), Integer.toString(written.version()));
            messages.add(message(type, written.data(), written.tags(), Instant.parse("2024-01-01T00:00:00Z")));
        }
        return append(messages);
    }

    private long append(List<TaggedEventMessage<?>> messages) {
        return engine.appendEvents(AppendCondition.none(), null, messages)
                .thenCompose(TestLedger::finish)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private static TaggedEventMessage<EventMessage> message(MessageType type, LedgerEvent event, Instant time) {
        return message(type, event, EventTypes.tags(event), time);
    }

    private static TaggedEventMessage<EventMessage> message(
            MessageType type, Object payload, List<String> texts, Instant time) {
        return message(type, payload, texts, time, "tester");
    }

    private static TaggedEventMessage<EventMessage> message(
            MessageType type, Object payload, List<String> texts, Instant time, String actor) {
        var tags = texts.stream()
                .map(tag -> tag.split(":", 2))
                .map(parts -> new Tag(parts[0], parts[1]))
                .collect(Collectors.toSet());
        Map<String, String> metadata = Map.of("actor", actor);
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(UUID.randomUUID().toString(), type, payload, metadata, time), tags);
    }

    private static <R> CompletableFuture<Long> finish(AppendTransaction<R> transaction) {
        return transaction
                .commit(null)
                .thenCompose(result -> transaction.afterCommit(result, null))
                .thenApply(GlobalIndexConsistencyMarker::position);
    }

    @Override
    public void close() {
        writer.close();
        log.close();
        database.close();
    }

    private static class LedgerCodec implements PayloadCodec {

        @Override
        public byte[] encode(Object payload) {
            return LedgerJson.mapper().writeValueAsString(payload).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(String type, int version, JsonNode data) {
            return EventTypes.decode(type, version, data);
        }
    }

    private static final class NewerCodec extends LedgerCodec {

        @Override
        public Object decode(String type, int version, JsonNode data) {
            return type.equals("test.Unknown") ? data : super.decode(type, version, data);
        }
    }
}
