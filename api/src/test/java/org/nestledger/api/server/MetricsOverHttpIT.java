package org.nestledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.log.LogMeter;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;
import tools.jackson.databind.JsonNode;

class MetricsOverHttpIT {

    private static final int MANY = 5;

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();

    @Test
    void appendsAndTheirBatchesAreTimedAndCounted() {
        String _ = Commands.newZone(http);
        long appends = value("log.append", "COUNT");
        long batches = value("log.batch", "COUNT");
        long events = value("log.batch.events", "TOTAL");
        for (int i = 0; i < MANY; i++) {
            String _ = Commands.newZone(http);
        }
        assertThat(value("log.append", "COUNT")).isEqualTo(appends + MANY);
        assertThat(value("log.batch", "COUNT")).isEqualTo(batches + MANY);
        assertThat(value("log.batch.events", "TOTAL")).isEqualTo(events + MANY);
        assertThat(value("log.batch.appends", "TOTAL")).isEqualTo(value("log.append", "COUNT"));
        assertThat(metric("log.append").get("baseUnit").asString()).isEqualTo("seconds");
        assertThat(statistic("log.append", "MAX").decimalValue()).isPositive();
    }

    @Test
    void whatTheWriterRefusesIsCountedByTheReason() {
        String zone = Commands.newZone(http);
        long conflicts = value("log.conflicts", "COUNT");
        long repeats = value("log.repeats", "COUNT");
        Tag books = new Tag("books", zone);
        assertThatThrownBy(() -> append(AppendCondition.withCriteria(EventCriteria.havingTags(books)), "new", books))
                .hasMessageContaining("beyond provided consistency marker");
        assertThat(value("log.conflicts", "COUNT")).isEqualTo(conflicts + 1);
        assertThatThrownBy(() -> append(AppendCondition.none(), "zone-" + zone, books))
                .isNotNull();
        assertThat(value("log.repeats", "COUNT")).isEqualTo(repeats + 1);
        assertThat(value("log.conflicts", "COUNT")).isEqualTo(conflicts + 1);
        assertThat(value("log.retries", "COUNT")).isNotNegative();
    }

    @Test
    void headAndLagsFollowTheLog() {
        String _ = Commands.newZone(http);
        long head = ledger.head();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(value("log.head", "VALUE")).isEqualTo(head);
            assertThat(value("projection.lag", "VALUE")).isZero();
            assertThat(value("log.unsigned.events", "VALUE")).isZero();
            assertThat(value("log.queue.depth", "VALUE")).isZero();
        });
    }

    @Test
    void prometheusGetsTheSameWithBuckets() {
        String _ = Commands.newZone(http);
        Http.Answer scraped = http.get("/actuator/prometheus");
        assertThat(scraped.status()).isEqualTo(200);
        assertThat(scraped.type()).startsWith("text/plain");
        assertThat(scraped.text())
                .contains("log_append_seconds_bucket{le=\"0.008\"}")
                .contains("log_append_seconds_count " + value("log.append", "COUNT"))
                .containsPattern("log_batch_events_sum [0-9]")
                .containsPattern("log_conflicts_total [0-9]")
                .containsPattern("log_head_events [0-9]")
                .containsPattern("log_checkpoint_lag_seconds [0-9]")
                .contains("http_server_requests_seconds_count");
    }

    @Test
    void theReadmeNamesEachWithItsUnit() throws IOException {
        List<String> rows = Files.readString(Path.of("../README.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> names = StreamSupport.stream(
                        http.get("/actuator/metrics").json().get("names").spliterator(), false)
                .map(JsonNode::asString)
                .filter(name -> name.matches("(log|projection)\\..*"))
                .filter(name -> !name.endsWith(".percentile") && !name.endsWith(".histogram"))
                .filter(name -> !name.startsWith("logback"))
                .toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(LogMeter.class.getDeclaredMethods().length + 5);
        for (String name : names) {
            JsonNode unit = metric(name).get("baseUnit");
            assertThat(rows)
                    .as(name)
                    .anyMatch(row -> row.startsWith("| `" + name + "` | "
                            + (unit == null || unit.isNull() ? "count" : unit.asString()) + " |"));
        }
    }

    private void append(AppendCondition condition, String commandId, Tag tag) {
        GenericEventMessage event = new GenericEventMessage(
                UUID.randomUUID().toString(),
                new MessageType("zone.ZoneAmended", "1"),
                Map.of(
                        "zone",
                        "z",
                        "name",
                        "n",
                        "previousName",
                        "p",
                        "occurredOn",
                        "2024-01-01",
                        "documents",
                        List.of()),
                Map.of("commandId", commandId, "commandHash", "another"),
                Instant.now());
        new PostgresEventStorageEngine((PostgresEventLog) ledger.runtime().log())
                .appendEvents(condition, null, List.of(new GenericTaggedEventMessage<>(event, Set.of(tag))))
                .thenCompose(MetricsOverHttpIT::commit)
                .join();
    }

    private static <R> CompletableFuture<R> commit(AppendTransaction<R> transaction) {
        return transaction.commit(null);
    }

    private JsonNode metric(String name) {
        Http.Answer answer = http.get("/actuator/metrics/" + name);
        assertThat(answer.status()).as(name).isEqualTo(200);
        return answer.json();
    }

    private long value(String name, String statistic) {
        return statistic(name, statistic).asLong();
    }

    private JsonNode statistic(String name, String statistic) {
        for (JsonNode measurement : metric(name).get("measurements")) {
            if (measurement.get("statistic").asString().equals(statistic)) {
                return measurement.get("value");
            }
        }
        throw new AssertionError(name + " has no " + statistic);
    }
}
