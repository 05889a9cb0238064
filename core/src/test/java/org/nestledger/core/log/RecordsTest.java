package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.merkle.Vectors;
import tools.jackson.databind.JsonNode;

class RecordsTest {

    private final Records texts = new Records(new TextCodec());

    @Test
    void theRecordsOfTheExampleLogAreWrittenToTheByte() {
        Records records = new Records(new PlainJson());
        for (byte[] record : Vectors.records()) {
            RecordedEvent event = records.decode(1, Instant.EPOCH, "?", record);
            assertThat(new String(records.prepare(content(event)).record, StandardCharsets.UTF_8))
                    .isEqualTo(new String(record, StandardCharsets.UTF_8));
        }
    }

    @Test
    void controlCharactersAreEscapedAndNothingElse() {
        assertThat(json("\u0000\b\t\n\u000b\f\r\u001f\"\\/\u007f é € 😀"))
                .isEqualTo("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u007f é € 😀\"");
    }

    @Test
    void timesAlwaysHaveSixDigits() {
        byte[] record = texts.prepare(content("x", Instant.parse("2026-01-02T03:04:05Z"))).record;
        assertThat(new String(record, StandardCharsets.UTF_8)).contains("\"time\":\"2026-01-02T03:04:05.000000Z\"");
    }

    @Test
    void aRecordOfTheLargestLengthIsTakenAndALongerOneRefused() {
        int overhead = texts.prepare(content("", Instant.EPOCH)).record.length;
        String largest = "x".repeat(Records.MAX_BYTES - overhead);
        assertThat(texts.prepare(content(largest, Instant.EPOCH)).record).hasSize(65_535);
        assertThatThrownBy(() -> texts.prepare(content(largest + "x", Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> json("\ud83d")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"data\":{\"text\":\"a\"},\"id\":\"i\",\"metadata\":{},\"tags\":[1],\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"t\",\"v\":1}",
                "{\"data\":{\"text\":\"a\"},\"id\":\"i\",\"id\":\"i\",\"metadata\":{},\"tags\":[],\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"t\",\"v\":1}",
                "{\"data\":{\"text\":\"a\"},\"id\":\"i\",\"metadata\":{},\"tags\":[],\"time\":\"noon\",\"type\":\"t\",\"v\":1}",
                "{\"data\":{},\"id\":\"i\",\"metadata\":{},\"tags\":[],\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"t\",\"v\":1}",
                "{\"data\":{\"text\":\"a\"},\"id\":\"i\",\"metadata\":{},\"tags\":[],\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"unknown\",\"v\":1}"
            })
    void anUnreadableRecordIsReportedWithItsPlaceAndReason(String record) {
        assertThatThrownBy(() -> texts.decode(7, Instant.EPOCH, "t", record.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(UndecodableEventException.class, e -> {
                    assertThat(e.position()).isEqualTo(7);
                    assertThat(e.type()).isEqualTo("t");
                    assertThat(e.eventId()).isIn("i", "?");
                    assertThat(e).hasMessageContaining("position 7").hasMessageContaining("type t");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'data':{'text':'a','text':'b'},'metadata':{}",
                "'data':{'text':'a'},'metadata':{'a':'1','a':'2'}",
                "'data':{'text':'a'},'metadata':{},'other':1,'other':2",
                "'data':{'text':'a'},'metadata':{}}",
                "'data':{'text':'a'},'metadata':{'a':1}",
                "'data':{'text':'a'",
            })
    void whatStandsTwiceOrOutOfPlaceIsUnreadable(String members) {
        String record = "{'id':'i','tags':[],'time':'2026-01-01T00:00:00Z','type':'t','v':1," + members + "}";
        assertThatThrownBy(() -> texts.decode(7, Instant.EPOCH, "t", bytes(record)))
                .isInstanceOf(UndecodableEventException.class);
    }

    @Test
    void membersMayStandInAnyOrderAndWithSpacesBetween() {
        String record =
                " { 'v' : 1 , 'type':'t','time':'2026-01-01T00:00:00.5Z', 'data' : {'text' : '}\\n肇' } ,'more':[{}],"
                        + "'tags' : [ 'a:1' ],'metadata':{'k':'v'},'id':'i'} ";
        RecordedEvent event = texts.decode(7, Instant.EPOCH, "t", bytes(record));
        assertThat(event.id()).isEqualTo("i");
        assertThat(event.type()).isEqualTo("t");
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.time()).isEqualTo(Instant.parse("2026-01-01T00:00:00.5Z"));
        assertThat(event.tags()).containsExactly("a:1");
        assertThat(event.metadata()).isEqualTo(Map.of("k", "v"));
        assertThat(event.payload()).isEqualTo("}\n肇");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05.000006Z",
                "0000-01-01T00:00:00.000000Z",
                "9999-12-31T23:59:59.999999Z",
                "1969-12-31T23:59:59.999999Z",
                "2024-02-29T00:00:00.100000Z",
                "2026-01-02T03:04:05.00000061Z",
                "2026-01-02T03:04:05Z"
            })
    void aTimeIsReadAsItsTextSays(String time) {
        assertThat(Micros.parse(time)).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00.000000Z",
                "2026-01-01T24:00:00.000001Z",
                "2026-01-01T00:60:00.000000Z",
                "2026-13-01T00:00:00.000000Z",
                "2026-01-01 00:00:00.000000Z",
                "2026-01-01T00:00:00.00000xZ",
                "2026-01-01T00:00:00.000000z "
            })
    void whatIsNoTimeIsRefused(String time) {
        assertThatThrownBy(() -> Micros.parse(time)).isInstanceOf(DateTimeException.class);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String json(String value) {
        return new String(new JsonText(0).string(value).toBytes(), StandardCharsets.UTF_8);
    }

    private static Records.Content content(String text, Instant time) {
        return new Records.Content("id", "test.Noted", 1, time, List.of(), new TreeMap<>(Map.of()), text);
    }

    private static Records.Content content(RecordedEvent event) {
        return new Records.Content(
                event.id(),
                event.type(),
                event.version(),
                event.time(),
                event.tags(),
                new TreeMap<>(event.metadata()),
                event.payload());
    }

    /** Keeps data as it was parsed. */
    @Test
    void anEventIsNotCalledUnreadableWhenMemoryRunsOut() {
        OutOfMemoryError memory = new OutOfMemoryError("Java heap space");
        assertThatThrownBy(() -> decodedBy(new IllegalStateException(new RuntimeException(memory))))
                .isSameAs(memory);
        assertThatThrownBy(() -> decodedBy(new IllegalStateException(new RuntimeException("no such field"))))
                .isInstanceOf(UndecodableEventException.class);
    }

    private static RecordedEvent decodedBy(RuntimeException failure) {
        PayloadCodec failing = new PayloadCodec() {
            @Override
            public byte[] encode(Object payload) {
                throw failure;
            }

            @Override
            public Object decode(String type, int version, JsonNode data) {
                throw failure;
            }
        };
        return new Records(failing)
                .decode(1, Instant.EPOCH, "?", Vectors.records().getFirst());
    }

    private static final class PlainJson implements PayloadCodec {

        @Override
        public byte[] encode(Object payload) {
            return payload.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(String type, int version, JsonNode data) {
            return data;
        }
    }
}
