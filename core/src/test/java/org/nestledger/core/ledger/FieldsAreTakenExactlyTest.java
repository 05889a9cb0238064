package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.claim.ClaimCommand.PublishFigure;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.CommandReader.NotUnderstood;
import org.nestledger.core.ledger.CommandReader.Understood;
import org.nestledger.core.reversal.ReverseEntry;

/** Lists, positions, counts, periods and precisions: nothing is cut off, rounded or guessed. */
class FieldsAreTakenExactlyTest {

    private static final Map<String, String> COMMANDS = Map.of(
            "POWERS", """
            {"command":"DelegatePowers","commandId":"c","zone":"z","batch":"1",
             "powers":[{"power":"w","name":"W","covers":["OTHER"]}],"occurredOn":"2023-01-05"}""",
            "PLAN", """
            {"command":"AgreeServicePlan","commandId":"c","zone":"z","project":"a","plan":"l","name":"L",
             "services":[{"service":"v","name":"V","dueOn":"2023-02-05"}],"occurredOn":"2023-01-05"}""",
            "FIGURE", """
            {"command":"PublishFigure","commandId":"c","zone":"z","figure":"f","measure":"m","subject":"z",
             "period":"2023","value":"1","unit":"mu","precision":"exact","phrase":"p","source":"s",
             "statedOn":"2023-01-05","publishedOn":"2023-01-06"}""",
            "VISITS", """
            {"command":"RecordPortalVisits","commandId":"c","zone":"z","visits":7,"occurredOn":"2023-01-05"}""",
            "FUNDING", """
            {"command":"RecordFunding","commandId":"c","zone":"z","source":"BOND",
             "amount":{"value":"1","unit":"CNY"},"occurredOn":"2023-01-05"}""",
            "GRANT", """
            {"command":"GrantPermit","commandId":"c","zone":"z","project":"a","permit":"f","power":"w",
             "powerZone":"z","occurredOn":"2023-01-05"}""",
            "REVERSE", """
            {"command":"ReverseEntry","commandId":"c","zone":"z","position":5,"reason":"r"}""");

    /** Command, what is replaced, by what, code, path; {@code ·} stands for nothing. */
    private static final String TABLE = """
            REVERSE | 5             | "5"                         | INVALID_FIELD | "position"
            REVERSE | 5             | 5.0                         | INVALID_FIELD | "position"
            REVERSE | 5             | 5.7                         | INVALID_FIELD | "position"
            REVERSE | 5             | 5e0                         | INVALID_FIELD | "position"
            REVERSE | 5             | 9223372036854775808         | INVALID_FIELD | "position"
            REVERSE | 5             | -9223372036854775809        | INVALID_FIELD | "position"
            REVERSE | 5             | true                        | INVALID_FIELD | "position"
            REVERSE | 5             | [5]                         | INVALID_FIELD | "position"
            REVERSE | 5             | {}                          | INVALID_FIELD | "position"
            REVERSE | 5             | null                        | MISSING_FIELD | "position"
            REVERSE | "position":5, | ·                           | MISSING_FIELD | "position"
            REVERSE | "r"           | "r","occurredOn":"x"        | INVALID_FIELD | "occurredOn"
            REVERSE | "reason":"r"  | "reason":null               | MISSING_FIELD | "reason"
            VISITS  | 7             | 7.0                         | INVALID_FIELD | "visits"
            VISITS  | 7             | 7.5                         | INVALID_FIELD | "visits"
            VISITS  | 7             | "7"                         | INVALID_FIELD | "visits"
            VISITS  | 7             | 2147483648                  | INVALID_FIELD | "visits"
            VISITS  | 7             | -2147483649                 | INVALID_FIELD | "visits"
            VISITS  | 7             | null                        | MISSING_FIELD | "visits"
            POWERS  | "OTHER"       | "OTHER","FISHING"           | INVALID_FIELD | "powers[0].covers[1]" is none of [REAL_ESTATE,
            POWERS  | "OTHER"       | "other"                     | INVALID_FIELD | "powers[0].covers[0]" is none of
            POWERS  | "OTHER"       | 0                           | INVALID_FIELD | "powers[0].covers[0]" is none of
            POWERS  | "OTHER"       | null                        | INVALID_FIELD | "powers[0].covers[0]" is null
            POWERS  | "OTHER"       | ["OTHER"]                   | INVALID_FIELD | "powers[0].covers[0]" is none of
            POWERS  | ["OTHER"]     | "OTHER"                     | INVALID_FIELD | "powers[0].covers"
            POWERS  | "power":"w"   | "power":"a/b"               | INVALID_FIELD | "powers[0].power"
            POWERS  | "power":"w",  | ·                           | MISSING_FIELD | "powers[0].power"
            POWERS  | "name":"W",   | ·                           | MISSING_FIELD | "powers[0].name"
            POWERS  | "name":"W"    | "name":"W","zone":"z"       | UNKNOWN_FIELD | "powers[0].zone"
            PLAN    | "service":"v" | "service":"v w"             | INVALID_FIELD | "services[0].service"
            PLAN    | "2023-02-05"  | "2023-02-29"                | INVALID_FIELD | "services[0].dueOn"
            PLAN    | "name":"V",   | ·                           | MISSING_FIELD | "services[0].name"
            FIGURE  | "2023"        | "23"                        | INVALID_FIELD | "period" cannot be taken: "23" is no period; write it like
            FIGURE  | "2023"        | "2023-13"                   | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "2023-00"                   | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "0000"                      | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "2023-01-05"                | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "30 days to 2023-02-30"     | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "0 days to 2023-12-30"      | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "030 days to 2023-12-30"    | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "99999 days to 2023-12-30"  | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "30 Days to 2023-12-30"     | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "2023 "                     | INVALID_FIELD | "period"
            FIGURE  | "2023"        | "２０２３"                   | INVALID_FIELD | "period"
            FIGURE  | "2023"        | 2023                        | INVALID_FIELD | "period"
            FIGURE  | "2023"        | {"text":"2023"}             | INVALID_FIELD | "period"
            FIGURE  | "2023"        | null                        | MISSING_FIELD | "period"
            FIGURE  | "exact"       | "exactly"                   | INVALID_FIELD | "precision" cannot be taken: "exactly" is no precision; write
            FIGURE  | "exact"       | "Exact"                     | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "rounded"                   | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "rounded:"                  | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "rounded:1.5"               | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "rounded:13"                | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "truncated:-13"             | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "truncated:-0"              | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "truncated:01"              | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "truncated:+1"              | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | "at-least:1"                | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | 2                           | INVALID_FIELD | "precision"
            FIGURE  | "exact"       | []                          | INVALID_FIELD | "precision"
            FIGURE  | "value":"1"   | "value":1                   | INVALID_FIELD | "value"
            FIGURE  | "subject":"z" | "subject":"z/2"             | INVALID_FIELD | "subject"
            FIGURE  | "phrase":"p"  | "phrase":""                 | INVALID_FIELD | "phrase"
            FUNDING | "BOND"        | "GIFT"                      | INVALID_FIELD | "source" is none of [CAPITAL, BOND, LOAN, FISCAL_RETURN]
            FUNDING | "1"           | "-1"                        | INVALID_FIELD | "amount
            FUNDING | "1"           | "0.001"                     | INVALID_FIELD | "amount
            FUNDING | {"value":"1","unit":"CNY"} | {"minor":1,"currency":"CNY"} | INVALID_FIELD | "amount
            FUNDING | {"value":"1","unit":"CNY"} | {}             | INVALID_FIELD | "amount
            FUNDING | "CNY"         | "mu"                        | INVALID_FIELD | "amount
            FIGURE  | "2023"        | {}                          | INVALID_FIELD | "period"
            GRANT   | "w"           | "w/x"                       | INVALID_FIELD | "power"
            GRANT   | "powerZone":"z" | "powerZone":":"           | INVALID_FIELD | "powerZone"
            """;

    static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsWrongIsNamed(String row) {
        String[] cells = Stream.of(row.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        String json = COMMANDS.get(cells[0]);
        assertThat(read(json)).isInstanceOf(Understood.class);
        assertThat(json).contains(cells[1]);
        Rejection rejection = ((NotUnderstood) read(json.replace(cells[1], cells[2].replace("·", "")))).rejection();
        assertThat(rejection.code()).as("%s", rejection).isEqualTo(RefusalCode.valueOf(cells[3]));
        assertThat(rejection.message()).contains(cells[4]).doesNotContain("org.nestledger", "tools.jackson");
    }

    @Test
    void aPositionIsAsLargeAsALogMayGrow() {
        for (long position : new long[] {Long.MIN_VALUE, -1, 0, 5, 1L << 40, Long.MAX_VALUE}) {
            assertThat(command("REVERSE", "5", Long.toString(position)))
                    .isEqualTo(new ReverseEntry("z", position, "r", null, List.of()));
        }
    }

    @Test
    void periodsAndPrecisionsAreReadAsTheyAreWritten() {
        for (String period : new String[] {"2023", "2023-06", "30 days to 2023-12-30", "1 days to 2024-02-29"}) {
            assertThat(((PublishFigure) command("FIGURE", "\"2023\"", "\"" + period + "\"")).period())
                    .isEqualTo(StatedPeriod.of(period));
        }
        for (String cut : new String[] {"rounded:0", "rounded:-8", "truncated:12", "at-least", "statement"}) {
            assertThat(((PublishFigure) command("FIGURE", "exact", cut)).precision())
                    .isEqualTo(Precision.of(cut));
        }
    }

    private static LedgerCommand command(String name, String what, String by) {
        return ((Understood) read(COMMANDS.get(name).replace(what, by))).command();
    }

    private static CommandReader.Read read(String json) {
        return CommandReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
