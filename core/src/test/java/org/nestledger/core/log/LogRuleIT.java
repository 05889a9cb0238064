package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.having;
import static org.nestledger.core.log.LogFixture.nothingAfter;
import static org.nestledger.core.log.LogFixture.ofCommand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRuleIT {

    private static final AppendCondition NONE = AppendCondition.none();

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aBadItemAmongOthersHarmsNobodyElse() {
        fixture.append(event("first", "a:1"));
        var results = List.of(
                fixture.appending(NONE, event("good 1", "b:1")),
                fixture.appending(NONE, event("x".repeat(70_000), "b:1")),
                fixture.appending(NONE, event("unknownType", "u", Map.of(), Instant.now(), "b:1")),
                fixture.appending(nothingAfter(0, "a:1"), event("conflict", "b:1")),
                fixture.appending(
                        NONE,
                        event(LogFixture.TYPE, "early", Map.of(), Instant.now().plusSeconds(60), "b:1")),
                fixture.appending(NONE, event("good 2", "b:1"), event("good 3", "b:1")));

        assertThat(LogFixture.get(results.get(0))).isEqualTo(2);
        assertThatThrownBy(() -> LogFixture.get(results.get(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 65535");
        assertThatThrownBy(() -> LogFixture.get(results.get(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such type");
        assertThatThrownBy(() -> LogFixture.get(results.get(3)))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThatThrownBy(() -> LogFixture.get(results.get(4)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("ahead of the log's clock");
        assertThat(LogFixture.get(results.get(5))).isEqualTo(4);
        assertThat(fixture.texts()).containsExactly("first", "good 1", "good 2", "good 3");
    }

    @Test
    void anItemTheDatabaseRefusesFailsAloneInItsBatch() {
        fixture.database.execute("alter table log.command add check (command_id <> 'poison')");
        List<CompletableFuture<Long>> results;
        try (var _ = new HeldHead(fixture.database)) {
            results = List.of(
                    fixture.appending(NONE, ofCommand("one", "1")),
                    fixture.appending(NONE, ofCommand("two", "2")),
                    fixture.appending(NONE, ofCommand("poison", "3")),
                    fixture.appending(NONE, ofCommand("four", "4")));
        }
        assertThatThrownBy(() -> LogFixture.get(results.get(2)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("nothing was written");
        for (int good : List.of(0, 1, 3)) {
            LogFixture.get(results.get(good));
        }
        assertThat(fixture.texts()).containsExactly("1", "2", "4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b"})
    void aTagKeyThatWouldNotBeReadBackIsRefused(String key) {
        var event = new GenericTaggedEventMessage<>(event("x").event(), Set.of(new Tag(key, "v")));
        assertThatThrownBy(() -> fixture.append(event)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVersionThatIsNoIntegerAndAnIdThatIsNoUuidAreRefused() {
        var noInteger = new GenericEventMessage(new MessageType("t"), "x");
        var noUuid = new GenericEventMessage("1", new MessageType("t", "1"), "x", Map.of(), Instant.now());
        for (var message : List.of(noInteger, noUuid)) {
            assertThatThrownBy(() -> fixture.append(new GenericTaggedEventMessage<>(message, Set.of())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTransactionEndsOnlyOnce() {
        var transaction =
                fixture.engine.appendEvents(NONE, null, List.of(event("x"))).join();
        transaction.rollback(null);
        assertThatThrownBy(() -> LogFixture.get(transaction.commit(null))).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.log.head()).isZero();
    }

    @Test
    void anAppendOfNoEventsChangesNothing() {
        assertThat(fixture.append(nothingAfter(0, "a:1"))).isZero();
        assertThat(fixture.log.head()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "event_tag", "command", "log_tile", "log_checkpoint"})
    void whatIsWrittenCannotBeChanged(String table) {
        fixture.append(ofCommand("c", "x", "a:1"));
        String column = fixture.select(
                        String.class,
                        "select column_name::text from information_schema.columns where table_schema = 'log'"
                                + " and table_name = '" + table + "' limit 1")
                .getFirst();
        for (String change : List.of("update log.%1$s set %2$s = %2$s", "delete from log.%1$s", "truncate log.%1$s")) {
            assertThatThrownBy(() -> fixture.database.execute(change.formatted(table, column)))
                    .rootCause()
                    .hasMessageContaining("the log is append-only");
        }
        assertThat(fixture.texts()).containsExactly("x");
    }

    @Test
    void anEventWhoseTagOnlySharesTheHashIsNotSourced() {
        fixture.append(event("mine", "a:1"), event("not mine", "b:1"));
        fixture.database.execute("insert into log.event_tag (tag, position, type) values (%d, 2, %d)"
                .formatted(TagHash.ofTag("a:1"), TagHash.ofType(LogFixture.TYPE)));
        assertThat(fixture.source(having("a:1"))).containsExactly("mine");
    }

    @Test
    void aReaderStopsAtAnEventItCannotDecode() {
        fixture.append(event("one", "a:1"), event("two", "a:1"));
        fixture.database.execute("insert into log.event select 3, recorded_at, 'unknown', convert_to(replace("
                + "convert_from(record, 'UTF8'), 'test.Noted', 'unknown'), 'UTF8'), leaf"
                + " from log.event where position = 2");
        fixture.database.execute("insert into log.event_tag select tag, 3, type from log.event_tag where position = 2");
        fixture.database.execute("insert into log.event select 4, recorded_at, type, record, leaf"
                + " from log.event where position = 2");
        fixture.database.execute("update log.log_head set position = 4");

        assertThatThrownBy(() -> fixture.log.read(0, 10)).satisfies(LogRuleIT::isAtThree);
        assertThat(fixture.log.read(0, 2)).hasSize(2);
        assertThatThrownBy(() -> fixture.log.at(3)).satisfies(LogRuleIT::isAtThree);

        var stream = fixture.engine.stream(StreamingCondition.startingFrom(null), null);
        assertThat(stream.next()).isPresent();
        assertThat(stream.next()).isPresent();
        assertThat(stream.next()).isEmpty();
        assertThat(stream.error()).hasValueSatisfying(LogRuleIT::isAtThree);
        assertThat(stream.isCompleted()).isTrue();

        var sourced = fixture.engine.source(SourcingCondition.conditionFor(having("a:1")), null);
        assertThat(sourced.error()).hasValueSatisfying(LogRuleIT::isAtThree);
    }

    private static void isAtThree(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(UndecodableEventException.class, e -> {
            assertThat(e.position()).isEqualTo(3);
            assertThat(e.type()).isEqualTo("unknown");
            assertThat(e.eventId()).hasSize(36);
            assertThat(e).hasMessageContaining("no such type");
        });
    }

    @Test
    void recordedTimesNeverFallAndFindTheirPosition() {
        Instant noon = Instant.parse("2020-01-01T12:00:00Z");
        fixture.append(timed(noon), timed(noon.plusSeconds(2)));
        fixture.restart();
        fixture.append(timed(noon.plusSeconds(1)), timed(noon.plusSeconds(3)), timed(noon.plusNanos(1_999)));

        assertThat(fixture.log.read(0, 10))
                .extracting(event -> event.recordedAt().getEpochSecond() - noon.getEpochSecond())
                .containsExactly(0L, 2L, 2L, 3L, 3L);
        assertThat(fixture.log.at(5).orElseThrow().time()).isEqualTo(noon.plusNanos(1_000));
        assertThat(fixture.log.positionAt(noon.minusNanos(1))).isZero();
        assertThat(fixture.log.positionAt(noon)).isEqualTo(1);
        assertThat(fixture.log.positionAt(noon.plusSeconds(2).minusNanos(1))).isEqualTo(1);
        assertThat(fixture.log.positionAt(noon.plusSeconds(2))).isEqualTo(3);
        assertThat(fixture.log.positionAt(Instant.MAX)).isEqualTo(5);
        assertThat(fixture.log.positionAt(Instant.MIN)).isZero();
    }

    @Test
    void criteriaThatMatchEverythingConflictWithAnyEventAfterTheMarker() {
        fixture.append(event("one"));
        var any = AppendCondition.withCriteria(EventCriteria.havingAnyTag());
        assertThatThrownBy(() -> fixture.append(any, event("two")))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
        fixture.append(any.withMarker(new GlobalIndexConsistencyMarker(1)), event("two"));
        assertThat(fixture.source(EventCriteria.havingAnyTag())).containsExactly("one", "two");
    }

    private static GenericTaggedEventMessage<?> timed(Instant time) {
        return (GenericTaggedEventMessage<?>) event(LogFixture.TYPE, "x", Map.of(), time);
    }
}
