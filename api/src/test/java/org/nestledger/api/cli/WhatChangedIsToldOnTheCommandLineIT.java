package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.runtime.ApiJson;
import tools.jackson.databind.JsonNode;

/** {@code ledger report diff}: the acquisitions at positions 7 to 9 of a year, the last of which is reversed at 10. */
class WhatChangedIsToldOnTheCommandLineIT {

    private final RecordedYear year = RecordedYear.shared();

    @Test
    void asATable() {
        CommandLineRun run = diff("--year=2023", "--from-known=7", "--to-known=10");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("What changed in the report annual of z for 2023 since position 7")
                .contains("as known at position 10", "Figures", "Movements", "| land.acquired ", "| 8 9 10 ")
                .containsPattern("\\| +9 \\| land.LandAcquired .*ACQUIRE .* 20 \\| mu")
                .containsPattern("\\| +10 \\| reversal.EntryReversed .*ACQUIRE .* -20 \\| mu .*\\| +9 \\|");
    }

    @Test
    void asJsonAloneOnTheOutput() {
        CommandLineRun run = diff("--year=2023", "--from-known=7", "--to-known=10", "--format=json");
        JsonNode diff = ApiJson.mapper().readTree(run.out());
        assertThat(run.err()).isEmpty();
        assertThat(diff.get("zone").asString()).isEqualTo("z");
        assertThat(diff.get("period").asString()).isEqualTo("2023");
        assertThat(diff.at("/fromKnown/position").asLong()).isEqualTo(7);
        assertThat(diff.at("/toKnown/position").asLong()).isEqualTo(10);
        JsonNode acquired = named(diff, "land.acquired");
        assertThat(acquired.at("/before/value").asString()).isEqualTo("60");
        assertThat(acquired.at("/after/value").asString()).isEqualTo("100");
        assertThat(acquired.at("/difference/value").asString()).isEqualTo("40");
        assertThat(acquired.at("/difference/unit").asString()).isEqualTo("mu");
        assertThat(acquired.get("changedBy").valueStream().map(JsonNode::asLong))
                .containsExactly(8L, 9L, 10L);
        JsonNode reversal = diff.get("movements")
                .valueStream()
                .filter(each -> each.get("position").asLong() == 10)
                .findFirst()
                .orElseThrow();
        assertThat(reversal.get("reverses").asLong()).isEqualTo(9);
        assertThat(reversal.get("actor").asString()).startsWith("local:");
        assertThat(reversal.get("occurredOn").asString()).isEqualTo("2023-02-03");
        assertThat(reversal.get("recordedAt").asString()).endsWith("Z");
    }

    @Test
    void asCsv() throws Exception {
        CommandLineRun run = diff("--month=2023-02", "--from-known=7", "--to-known=8", "--format=csv");
        try (var rows = CsvReader.builder().ofCsvRecord(run.out())) {
            assertThat(rows.stream().map(row -> String.join(",", row.getFields())))
                    .startsWith(
                            "section,name,subject,period,before,after,difference,unit,changed by,position,type,zone,"
                                    + "flow,from,to,amount,occurred on,recorded at,actor,reverses")
                    .contains("figures,land.acquired,z,2023-02,60,100,40,mu,8,,,,,,,,,,,")
                    .anyMatch(row -> row.startsWith("movements,,,,,,,mu,,8,land.LandAcquired,z,ACQUIRE,"));
        }
    }

    @Test
    void inAnotherUnit() {
        JsonNode diff = ApiJson.mapper()
                .readTree(diff("--year=2023", "--from-known=7", "--to-known=8", "--area-unit=ha", "--format=json")
                        .out());
        JsonNode acquired = named(diff, "land.acquired");
        assertThat(acquired.at("/before")).isEqualTo(ApiJson.mapper().readTree("{\"value\":\"4\",\"unit\":\"ha\"}"));
        assertThat(acquired.at("/difference/value").asString()).isEqualTo("2.666667");
        assertThat(acquired.at("/difference/ratio/denominator").asLong()).isEqualTo(3);
        assertThat(diff("--year=2023", "--from-known=7", "--to-known=8", "--area-unit=ha")
                        .out())
                .containsPattern("land.acquired +\\| z +\\| +2023 \\| +4 \\| +6.666667 \\| +2.666667 \\| ha ");
    }

    @Test
    void ofAnotherReportThanTheAnnualOne() {
        CommandLineRun run = diff("--report=land", "--year=2023", "--from-known=7", "--to-known=10", "--format=json");
        JsonNode diff = ApiJson.mapper().readTree(run.out());
        assertThat(diff.get("report").asString()).isEqualTo("land");
        JsonNode closing = named(diff, "land/total/z/land:acquired/closing");
        assertThat(closing.at("/before/value").asString()).isEqualTo("60");
        assertThat(closing.at("/after/value").asString()).isEqualTo("100");
        assertThat(closing.get("changedBy").valueStream().map(JsonNode::asLong)).containsExactly(8L, 9L, 10L);
    }

    @Test
    void ofAReportOfADay() {
        CommandLineRun run =
                diff("--report=approved-not-supplied", "--as-of=2023-06-30", "--from-known=1", "--format=json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(ApiJson.mapper().readTree(run.out()).get("asOf").asString()).isEqualTo("2023-06-30");
    }

    @Test
    void nothingChangesFromAMomentToItself() {
        CommandLineRun run = diff("--year=2023", "--from-known=9", "--to-known=9");
        assertThat(run.status()).isZero();
        assertThat(run.out()).doesNotContain("Figures", "Movements");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--year=2023 --from-known=9 --to-known=7 | 1 | Exchange --from-known and --to-known.",
                "--year=2023 --from-known=1 --to-known=9999 | 1 | no position 9999 yet",
                "--year=2023 --from-known=9999 | 1 | ; give an earlier one with --from-known.",
                "--year=2023 | 2 | --from-known",
                "--from-known=1 | 2 | The period is not clear",
                "--year=2023 --from-known=soon | 2 | neither a position",
                "--report=rank --year=2023 --from-known=1 | 2 | no report \"rank\" that can be compared; give one of annual, app",
                "--report=closings --from-known=1 | 2 | no report \"closings\" that can be compared",
                "--report=stages --year=2023 --from-known=1 | 2 | The report is of a day: give it with --as-of.",
                "--report=reconciliation --month=2023-02 --from-known=1 | 2 | The report is of whole years: give --year alone.",
                "--year=2023 --from-known=1 --area-unit=rod | 2 | is not a unit of area; use one of mu, ha, m2, acre",
                "--year=2023 --from-known=1 --known-at=2 | 2 | --known-at"
            })
    void whatCannotBeAskedIsSaidInOneLine(String options, int status, String said) {
        CommandLineRun run = diff(options.split(" ", -1));
        assertThat(run.err()).contains(said).hasLineCount(1);
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
    }

    private static JsonNode named(JsonNode diff, String measure) {
        return diff.get("figures")
                .valueStream()
                .filter(each -> each.get("measure").asString().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private CommandLineRun diff(String... options) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("report", "diff", "--zone=z", "--data=" + year.data), Stream.of(options))
                        .toArray(String[]::new));
    }
}
