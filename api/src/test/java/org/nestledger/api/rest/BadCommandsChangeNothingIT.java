package org.nestledger.api.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

class BadCommandsChangeNothingIT {

    private final ServedLedger ledger = ServedLedger.shared();
    private final Http http = ledger.http();

    static Stream<Arguments> bad() {
        String zone = """
            {"commandId":"bad","zone":"nowhere","kind":"ZONE","name":"n","occurredOn":"2020-01-01"}""";
        String parcel = Commands.parcel("nowhere", "p", "12.5");
        return Stream.of(
                arguments("unknown command", "NoSuchCommand", zone, 404, "UNKNOWN_COMMAND"),
                arguments("no object", "DesignateZone", "[]", 400, "MALFORMED"),
                arguments("no JSON", "DesignateZone", "{\"zone\":", 400, "MALFORMED"),
                arguments("empty", "DesignateZone", "", 400, "MALFORMED"),
                arguments("two objects", "DesignateZone", zone + zone, 400, "MALFORMED"),
                arguments("a name twice", "DesignateZone", zone.replace("{", "{\"zone\":\"x\","), 400, "MALFORMED"),
                arguments("deep", "DesignateZone", "[".repeat(5_000), 400, "MALFORMED"),
                arguments("unknown field", "DesignateZone", zone.replace("{", "{\"x\":1,"), 400, "UNKNOWN_FIELD"),
                arguments("missing field", "DesignateZone", zone.replace("\"name\":\"n\",", ""), 400, "MISSING_FIELD"),
                arguments(
                        "missing id",
                        "DesignateZone",
                        zone.replace("\"commandId\":\"bad\",", ""),
                        400,
                        "MISSING_FIELD"),
                arguments("wrong type", "DesignateZone", zone.replace("\"n\"", "7"), 400, "INVALID_FIELD"),
                arguments("wrong word", "DesignateZone", zone.replace("\"ZONE\"", "\"TOWN\""), 400, "INVALID_FIELD"),
                arguments("no date", "DesignateZone", zone.replace("2020-01-01", "2020-13-01"), 400, "INVALID_FIELD"),
                arguments("an id with a slash", "DesignateZone", zone.replace("nowhere", "a/b"), 400, "INVALID_FIELD"),
                arguments(
                        "half a character",
                        "DesignateZone",
                        zone.replace("\"n\"", "\"\\ud800\""),
                        400,
                        "INVALID_FIELD"),
                arguments("NUL", "DesignateZone", zone.replace("\"n\"", "\"\\u0000\""), 400, "INVALID_FIELD"),
                arguments("negative area", "RegisterParcel", parcel.replace("12.5", "-1"), 400, "INVALID_FIELD"),
                arguments("too precise", "RegisterParcel", parcel.replace("12.5", "0.0000001"), 400, "INVALID_FIELD"),
                arguments(
                        "beyond the type",
                        "RegisterParcel",
                        parcel.replace("12.5", "999999999999999999"),
                        400,
                        "INVALID_FIELD"),
                arguments("unknown unit", "RegisterParcel", parcel.replace("\"mu\"", "\"ell\""), 400, "INVALID_FIELD"),
                arguments("a number", "RegisterParcel", parcel.replace("\"12.5\"", "12.5"), 400, "INVALID_FIELD"),
                arguments("unknown zone", "RegisterParcel", parcel, 422, "UNKNOWN_ZONE"),
                arguments(
                        "future date",
                        "DesignateZone",
                        zone.replace("2020-01-01", "2999-01-01"),
                        422,
                        "DATE_IN_FUTURE"),
                arguments(
                        "a megabyte of text",
                        "DesignateZone",
                        zone.replace("\"n\"", "\"" + "n".repeat(1_000_000) + "\""),
                        413,
                        "TOO_LARGE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void isRefusedWithItsCode(String what, String command, String body, int status, String code) {
        long head = ledger.head();
        Http.Answer answer = http.command(command, body);

        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.text()).doesNotContain("\tat ", "java.", "org.nestledger", "select ");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        long head = ledger.head();
        byte[] latin = Commands.zone("x").replace("Zone x", "caf\u00e9").getBytes(ISO_8859_1);
        Http.Answer answer = http.post("/api/v1/commands/DesignateZone", latin, "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("MALFORMED");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void anotherContentTypeIsRefused() {
        long head = ledger.head();
        byte[] body = Commands.zone("other-type").getBytes(UTF_8);
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/xml"}) {
            Http.Answer answer = http.post("/api/v1/commands/DesignateZone", body, type);
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.json().get("code").asString()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        }
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void parametersOfACommandAreNotPassedOver() {
        long head = ledger.head();
        byte[] body = Commands.zone("with-parameter").getBytes(UTF_8);
        Http.Answer answer = http.post("/api/v1/commands/DesignateZone?dryrun=true", body, "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(ledger.head()).isEqualTo(head);
    }
}
