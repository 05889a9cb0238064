package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.log.RecordedEvent;
import tools.jackson.databind.JsonNode;

class EventsOverHttpIT {

    private static final Http HTTP = ServedLedger.shared().http();
    private static final Pattern NEXT = Pattern.compile("<(/api/v1/events\\?[^>]+)>; rel=\"next\"");

    private static String zone;

    @BeforeAll
    static void recordSomethingOfEverything() {
        zone = Commands.newZone(HTTP);
        BookCommands.of(zone)
                .forEach(given -> assertThat(
                                HTTP.command(given.name(), given.body()).status())
                        .isEqualTo(201));
    }

    private static List<CloudEvent> events(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonFormat format = new JsonFormat();
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(event -> format.deserialize(event.toString().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static long position(CloudEvent event) {
        return Long.parseLong(
                Objects.requireNonNull(event.getExtension("position")).toString());
    }

    /** Follows the links from the first page on. */
    private static List<CloudEvent> all(String path) {
        List<CloudEvent> all = new ArrayList<>();
        String next = path;
        while (next != null) {
            Http.Answer answer = HTTP.get(next);
            all.addAll(events(answer));
            Matcher link = NEXT.matcher(answer.headers().getOrDefault("link", ""));
            next = link.matches() ? link.group(1) : null;
        }
        return all;
    }

    @Test
    void pageByPageTheyAreAllThereOnceAndInOrder() {
        long head = ServedLedger.shared().head();
        assertThat(all("/api/v1/events?limit=7"))
                .extracting(EventsOverHttpIT::position)
                .startsWith(LongStream.rangeClosed(1, head).boxed().toArray(Long[]::new));
    }

    @Test
    void eachSaysWhatTheLogSays() {
        List<CloudEvent> events = all("/api/v1/events?limit=1000");
        List<RecordedEvent> log = ServedLedger.shared().runtime().log().read(0, events.size());
        assertThat(events).hasSizeGreaterThan(18).zipSatisfy(log, (event, recorded) -> {
            assertThat(event.getId()).isEqualTo(recorded.id());
            assertThat(event.getType()).isEqualTo("org.nestledger." + recorded.type());
            assertThat(event.getTime().toInstant()).isEqualTo(recorded.time());
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            JsonNode data = LedgerJson.mapper()
                    .readTree(Objects.requireNonNull(event.getData()).toBytes());
            byte[] payload = LedgerJson.mapper().writeValueAsBytes(recorded.payload());
            assertThat(data).isEqualTo(LedgerJson.mapper().readTree(payload));
            assertThat(event.getExtension("actor"))
                    .isEqualTo(recorded.metadata().get("actor"));
            assertThat(event.getExtension("commandid"))
                    .isEqualTo(recorded.metadata().get("commandId"));
        });
    }

    @Test
    void theirSourceIsTheNameOfTheLogAndTheirSubjectTheZone() {
        String name = HTTP.get("/log/checkpoint").text().lines().findFirst().orElseThrow();
        assertThat(all("/api/v1/events"))
                .allSatisfy(event -> assertThat(event.getSource()).isEqualTo(URI.create(name)))
                .extracting(CloudEvent::getSubject)
                .contains(zone);
    }

    @Test
    void theyCanBeOfOneTypeOnly() {
        List<CloudEvent> supplies = all("/api/v1/events?type=supply.LandSupplied&limit=2");
        assertThat(supplies)
                .isNotEmpty()
                .extracting(CloudEvent::getType)
                .containsOnly("org.nestledger.supply.LandSupplied");
        assertThat(all("/api/v1/events?type=org.nestledger.supply.LandSupplied"))
                .extracting(CloudEvent::getId)
                .startsWith(supplies.stream().map(CloudEvent::getId).toArray(String[]::new));
        assertThat(all("/api/v1/events?type=log.KeyRotated")).isEmpty();
    }

    @Test
    void atTheEndThereIsNothingAndNoLink() {
        Http.Answer end =
                HTTP.get("/api/v1/events?after=" + ServedLedger.shared().head());
        assertThat(end.json()).isEmpty();
        assertThat(end.type()).isEqualTo("application/cloudevents-batch+json");
        assertThat(end.headers()).doesNotContainKey("link").containsEntry("cache-control", "no-cache, private");
    }

    @Test
    void theyAreJsonForWhoeverWantsJson() {
        assertThat(HTTP.get("/api/v1/events", "Accept", "application/json").type())
                .isEqualTo("application/json");
        assertThat(HTTP.get("/api/v1/events", "Accept", "text/csv").status()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after=999999999       | The parameter \"after\" is 999999999, and the log's last position is ",
                "after=-1              | The parameter \"after\" is -1, and the log's last position is ",
                "after=x               | The parameter \"after\" ",
                "limit=0               | The parameter \"limit\" must be from 1 to 1000.",
                "limit=1001            | The parameter \"limit\" must be from 1 to 1000.",
                "type=supply.Nothing   | The parameter \"type\" is no type of event.",
                "areaUnit=ha           | There is no parameter \"areaUnit\" here.",
                "before=5              | There is no parameter \"before\" here."
            })
    void whatCannotBeAskedIsSaid(String query, String detail) {
        Http.Answer answer = HTTP.get("/api/v1/events?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).startsWith(detail);
    }
}
