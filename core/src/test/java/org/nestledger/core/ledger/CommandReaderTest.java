package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.CommandReader.NotUnderstood;
import org.nestledger.core.ledger.CommandReader.Understood;

/** What cannot be read is refused with a code and the path of what is wrong, never with an exception. */
class CommandReaderTest {

    private static final String ACQUIRE = """
            {"command":"AcquireLand","commandId":"c","zone":"z","parcel":"p",
             "area":{"value":"1","unit":"mu"},"occurredOn":"2023-01-05"}""";
    private static final String SUPPLY = """
            {"command":"SupplyLand","commandId":"c","zone":"z","parcel":"p","project":"a","supply":"s",
             "area":{"value":"1","unit":"mu"},"method":"LISTING","contractNumber":"K","instalments":[{"number":1}],
             "useTerms":[{"years":"50"}],"documents":[{"kind":"contract"}],"occurredOn":"2023-01-05"}""";
    private static final String TARGET = """
            {"command":"SetTarget","commandId":"c","zone":"z","measure":"m","year":2024,
             "target":{"value":"1","unit":"mu"},"occurredOn":"2023-01-05"}""";
    private static final String NOTICE = """
            {"command":"RecordSupplyNotice","commandId":"c","zone":"z","notice":{"format":"landchina","key":"1",
             "projectName":"P","area":{"value":"1","unit":"ha"},"landSource":"NEW","method":"LISTING","holder":"H",
             "naturalPerson":false,"contractDate":"2023-01-05"}}""";

    /** Command, what is replaced, by what, code, path; {@code ·} stands for nothing. */
    private static final String TABLE = """
            ACQUIRE | "AcquireLand"    | "AcquireLnd"             | UNKNOWN_COMMAND | AcquireLnd
            ACQUIRE | "AcquireLand"    | 5                        | INVALID_FIELD   | "command"
            ACQUIRE | "AcquireLand"    | null                     | MISSING_FIELD   | "command"
            ACQUIRE | "commandId":"c", | ·                        | MISSING_FIELD   | "commandId"
            ACQUIRE | "commandId":"c"  | "commandId":7            | INVALID_FIELD   | "commandId"
            ACQUIRE | "commandId":"c"  | "commandId":" "          | INVALID_FIELD   | "commandId"
            ACQUIRE | "zone":"z"       | "zone":"z","zon":"z"     | UNKNOWN_FIELD   | "zon"
            ACQUIRE | "zone":"z"       | "zone":"z","zone":"y"    | MALFORMED       | zone
            ACQUIRE | "zone":"z",      | ·                        | MISSING_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":null              | MISSING_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":5                 | INVALID_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":"a b"             | INVALID_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":"a/b"             | INVALID_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":"a:b"             | INVALID_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":"-a"              | INVALID_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":""                | INVALID_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":"a\\u0000"        | INVALID_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":"a\\ud800"        | INVALID_FIELD   | "zone"
            ACQUIRE | "zone":"z"       | "zone":"a","\\udc00":1   | INVALID_FIELD   | name
            ACQUIRE | "value":"1"      | "value":1                | INVALID_FIELD   | "area
            ACQUIRE | "value":"1"      | "value":null             | INVALID_FIELD   | "area
            ACQUIRE | "value":"1",     | ·                        | INVALID_FIELD   | "area
            ACQUIRE | "value":"1"      | "value":"-1"             | INVALID_FIELD   | "area
            ACQUIRE | "value":"1"      | "value":"0.0000001"      | INVALID_FIELD   | "area
            ACQUIRE | "value":"1"      | "value":"999999999999999999" | INVALID_FIELD | "area
            ACQUIRE | "value":"1"      | "value":"1e3"            | INVALID_FIELD   | "area
            ACQUIRE | "value":"1"      | "value":"NaN"            | INVALID_FIELD   | "area
            ACQUIRE | "value":"1"      | "value":"１"              | INVALID_FIELD   | "area
            ACQUIRE | "value":"1"      | "value":"1","more":1     | INVALID_FIELD   | "area
            ACQUIRE | "mu"             | "km2"                    | INVALID_FIELD   | "area
            ACQUIRE | "mu"             | "acre"                   | INVALID_FIELD   | "area
            ACQUIRE | {"value":"1","unit":"mu"} | "1 mu"          | INVALID_FIELD   | "area
            ACQUIRE | {"value":"1","unit":"mu"} | 1               | INVALID_FIELD   | "area
            ACQUIRE | {"value":"1","unit":"mu"} | []              | INVALID_FIELD   | "area
            ACQUIRE | {"value":"1","unit":"mu"} | NaN             | MALFORMED       | JSON
            ACQUIRE | "2023-01-05"     | "2023-02-30"             | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | "2023-1-5"               | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | "+10000-01-01"           | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | "-0001-01-01"            | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | "0000-01-01"             | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | "2023-01-05T00:00:00Z"   | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | "2023-01-05T00:00:00"    | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | " 2023-01-05"            | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | "２023-01-05"             | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | 19000                    | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | [2023,1,5]               | INVALID_FIELD   | "occurredOn"
            ACQUIRE | "2023-01-05"     | "2023-01-05","documents":"x"     | INVALID_FIELD | "documents"
            ACQUIRE | "2023-01-05"     | "2023-01-05","documents":[null]  | INVALID_FIELD | "documents[0]"
            ACQUIRE | "2023-01-05"     | "2023-01-05","documents":["x"]   | INVALID_FIELD | "documents[0]
            ACQUIRE | "2023-01-05"     | "2023-01-05","documents":[{}]    | MISSING_FIELD | "documents[0].kind"
            SUPPLY  | "LISTING"        | 0                        | INVALID_FIELD   | "method"
            SUPPLY  | "LISTING"        | "0"                      | INVALID_FIELD   | "method"
            SUPPLY  | "LISTING"        | "listing"                | INVALID_FIELD   | "method"
            SUPPLY  | "LISTING"        | " LISTING"               | INVALID_FIELD   | "method"
            SUPPLY  | "K"              | 5                        | INVALID_FIELD   | "contractNumber"
            SUPPLY  | "K"              | true                     | INVALID_FIELD   | "contractNumber"
            SUPPLY  | "K"              | {}                       | INVALID_FIELD   | "contractNumber"
            SUPPLY  | "K"              | "\\t"                    | INVALID_FIELD   | "contractNumber"
            SUPPLY  | {"number":1}     | {}                       | MISSING_FIELD   | "instalments[0].number"
            SUPPLY  | {"number":1}     | {"number":1.5}           | INVALID_FIELD   | "instalments[0].number"
            SUPPLY  | {"number":1}     | {"number":"1"}           | INVALID_FIELD   | "instalments[0].number"
            SUPPLY  | {"number":1}     | {"number":1,"dueOn":"x"} | INVALID_FIELD   | "instalments[0].dueOn"
            SUPPLY  | {"number":1}     | {"number":1,"amount":{"value":"1","unit":"RMB"}} | INVALID_FIELD | "instalments[0].amount
            SUPPLY  | {"years":"50"}   | {"years":50}             | INVALID_FIELD   | "useTerms[0].years
            SUPPLY  | "contract"       | "contract","sha256":"AB" | INVALID_FIELD   | "documents[0]
            TARGET  | 2024             | 2024.0                   | INVALID_FIELD   | "year"
            TARGET  | 2024             | 2024.7                   | INVALID_FIELD   | "year"
            TARGET  | 2024             | "2024"                   | INVALID_FIELD   | "year"
            TARGET  | 2024             | 99999999999              | INVALID_FIELD   | "year"
            TARGET  | 2024             | true                     | INVALID_FIELD   | "year"
            TARGET  | 2024             | null                     | MISSING_FIELD   | "year"
            NOTICE  | "key":"1",       | ·                        | MISSING_FIELD   | "notice.key"
            NOTICE  | "key":"1"        | "key":"a/1"              | INVALID_FIELD   | "notice.key"
            NOTICE  | "key":"1"        | "key":"1","kez":1        | UNKNOWN_FIELD   | "notice.kez"
            NOTICE  | false            | 0                        | INVALID_FIELD   | "notice.naturalPerson"
            NOTICE  | false            | "false"                  | INVALID_FIELD   | "notice.naturalPerson"
            NOTICE  | "zone":"z",      | "zone":"z","x":[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]], | MALFORMED | far
            """;

    static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsWrongIsNamed(String row) {
        String[] cells = Stream.of(row.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        String json = switch (cells[0]) {
            case "ACQUIRE" -> ACQUIRE;
            case "SUPPLY" -> SUPPLY;
            case "TARGET" -> TARGET;
            default -> NOTICE;
        };
        assertThat(read(json)).isInstanceOf(Understood.class);
        assertThat(json).contains(cells[1]);
        Rejection rejection = refusal(json.replace(cells[1], cells[2].replace("·", "")));
        assertThat(rejection.code()).as("%s", rejection).isEqualTo(RefusalCode.valueOf(cells[3]));
        assertThat(rejection.message()).contains(cells[4]).doesNotContain("org.nestledger", "tools.jackson");
    }

    @Test
    void itIsOneJsonObjectInUtf8() {
        for (String json : new String[] {
            "", " ", "[]", "5", "null", "\"x\"", "{", ACQUIRE + ACQUIRE, ACQUIRE + " x", "\ufeff" + ACQUIRE
        }) {
            assertThat(refusal(json).code()).as(json).isEqualTo(RefusalCode.MALFORMED);
        }
        byte[] latin = ACQUIRE.replace("\"p\"", "\"é\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(latin).code()).isEqualTo(RefusalCode.MALFORMED);
    }

    @Test
    void itIsOfALimitedSize() {
        Rejection tooLong = refusal(ACQUIRE.replace("\"p\"", "\"" + "p".repeat(1_000_000) + "\""));
        assertThat(tooLong.code()).isEqualTo(RefusalCode.TOO_LARGE);
        assertThat(tooLong.message()).isEqualTo("The command has more than 100000 bytes.");
        assertThat(refusal(SUPPLY.replace("\"K\"", "\"" + "k".repeat(4_001) + "\""))
                        .message())
                .contains("contractNumber", "4001");
        assertThat(read(SUPPLY.replace("\"K\"", "\"" + "k".repeat(4_000) + "\"")))
                .isInstanceOf(Understood.class);
        String nested = "[".repeat(40_000) + "]".repeat(40_000);
        assertThat(refusal(ACQUIRE.replace("\"p\"", nested)).code()).isEqualTo(RefusalCode.MALFORMED);
    }

    @Test
    void idsAreOfALimitedLength() {
        assertThat(read(ACQUIRE.replace("\"c\"", "\"" + "c".repeat(200) + "\"")))
                .isInstanceOf(Understood.class);
        assertThat(refusal(ACQUIRE.replace("\"c\"", "\"" + "c".repeat(201) + "\""))
                        .message())
                .contains("\"commandId\"");
        assertThat(read(ACQUIRE.replace("\"p\"", "\"" + "p".repeat(120) + "\"")))
                .isInstanceOf(Understood.class);
        assertThat(refusal(ACQUIRE.replace("\"p\"", "\"" + "p".repeat(121) + "\""))
                        .message())
                .contains("\"parcel\"");
        assertThat(read(ACQUIRE.replace("\"p\"", "\"地块-1.a_b\""))).isInstanceOf(Understood.class);
    }

    @Test
    void aNameBesideTheBodyIsTheCommand() {
        byte[] body = ACQUIRE.replace("\"command\":\"AcquireLand\",", "").getBytes(StandardCharsets.UTF_8);
        assertThat(CommandReader.read("AcquireLand", body)).isInstanceOf(Understood.class);
        assertThat(CommandReader.read("Acquire", body)).isInstanceOf(NotUnderstood.class);
    }

    @Property(tries = 200)
    void randomBytesAreRefused(@ForAll byte[] bytes) {
        assertThat(CommandReader.read(bytes)).isInstanceOf(NotUnderstood.class);
    }

    @Property(tries = 200)
    void anyTreeInAnyFieldIsReadOrRefused(@ForAll("trees") String tree, @ForAll("fields") String field) {
        for (String json : new String[] {SUPPLY, TARGET, NOTICE, ACQUIRE}) {
            assertThat(read(json.replaceAll(
                            "\"" + field + "\":(\"[^\"]*\"|\\{[^}]*}|[0-9a-z]+)",
                            "\"" + field + "\":" + Matcher.quoteReplacement(tree))))
                    .isNotNull();
        }
    }

    @Provide
    Arbitrary<String> trees() {
        Arbitrary<String> leaf =
                Arbitraries.of("1", "-1.5e3", "null", "true", "\"x\"", "\"2023-01-05\"", "{}", "[]", "1e999999999");
        return Arbitraries.recursive(
                () -> leaf,
                tree -> Arbitraries.oneOf(
                        tree.map(t -> "[" + t + ",null]"), tree.map(t -> "{\"value\":" + t + ",\"unit\":\"mu\"}")),
                0,
                4);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "area",
                "zone",
                "notice",
                "documents",
                "instalments",
                "number",
                "year",
                "target",
                "value",
                "unit",
                "occurredOn",
                "method",
                "years",
                "naturalPerson",
                "commandId",
                "command");
    }

    private static Rejection refusal(String json) {
        return refusal(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Rejection refusal(byte[] json) {
        return ((NotUnderstood) CommandReader.read(json)).rejection();
    }

    private static CommandReader.Read read(String json) {
        return CommandReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
