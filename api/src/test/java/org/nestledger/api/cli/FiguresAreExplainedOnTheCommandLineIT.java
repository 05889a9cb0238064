package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nestledger.api.runtime.ApiJson;
import tools.jackson.databind.JsonNode;

class FiguresAreExplainedOnTheCommandLineIT {

    private static final RecordedYear YEAR = RecordedYear.shared();

    @Test
    void aSumIsExplainedAsJsonByItsMovements() {
        JsonNode json = ApiJson.mapper()
                .readTree(YEAR.explain("land.acquired", "--format=json").out());
        assertThat(json.get("measure").asString()).isEqualTo("land.acquired");
        assertThat(json.get("subject").asString()).isEqualTo("z");
        assertThat(json.get("value").asString()).isEqualTo("130");
        assertThat(json.get("unit").asString()).isEqualTo("mu");
        assertThat(json.get("formula").asString()).isEqualTo("land acquired in the period");
        assertThat(json.get("entries")
                        .valueStream()
                        .map(entry -> entry.get("position").asLong() + " "
                                + entry.get("type").asString() + " "
                                + entry.at("/amount/value").asString()))
                .containsExactly(
                        "7 land.LandAcquired 60",
                        "8 land.LandAcquired 40",
                        "9 land.LandAcquired 20",
                        "10 reversal.EntryReversed -20",
                        "12 land.LandAcquired 30");
        JsonNode first = json.at("/entries/0");
        assertThat(first.get("eventId").asString()).hasSize(36);
        assertThat(first.get("occurredOn").asString()).isEqualTo("2023-02-01");
        assertThat(first.get("flow").asString()).isEqualTo("ACQUIRE");
        assertThat(first.at("/from/account").asString()).isEqualTo("land:outside");
        assertThat(first.at("/to/parcel").asString()).isEqualTo("p");
        assertThat(json.at("/basis/0/type").asString()).isEqualTo("zone.ZoneDesignated");
    }

    @Test
    void aTableIsForPeopleAndCsvForSpreadsheets() {
        assertThat(YEAR.explain("land.acquired.rank").out())
                .contains("land.acquired.rank of z in 2023: 2 rank, place among the zones")
                .contains("Parts", "Ranked land.acquired of peer", "Ranked land.acquired of z", "Basis");
        assertThat(YEAR.explain("land.acquired", "--format=csv").out())
                .contains("entries,7,2023-02-01,land.LandAcquired,ACQUIRE,land:outside z p,land:acquired z p,60,mu,");
    }

    @Test
    void bothDatesCanBeChosen() {
        assertThat(value(YEAR.explain("land.acquired", "--as-of=2023-02-02", "--format=json")))
                .isEqualTo("100");
        assertThat(value(YEAR.explain("land.acquired", "--known-at=9", "--format=json")))
                .isEqualTo("120");
    }

    @Test
    void aQuarterAndAMonthAreExplainedAsTheirReportsAreAskedFor() {
        assertThat(YEAR.explain("land.acquired", "--quarter=1").out())
                .contains("land.acquired of z in 2023-Q1: 130 mu")
                .contains("Entries");
        JsonNode month = ApiJson.mapper()
                .readTree(month("land.acquired", "--month=2023-02", "--format=json")
                        .out());
        assertThat(month.get("period").asString()).isEqualTo("2023-02");
        assertThat(month.get("asOf").asString()).isEqualTo("2023-02-28");
        assertThat(YEAR.explain("land.acquired", "--month=2023-02", "--format=json")
                        .out())
                .isEqualTo(month("land.acquired", "--month=2023-02", "--format=json")
                        .out());
        assertThat(value(YEAR.explain("land.acquired", "--quarter=4", "--format=json")))
                .isEqualTo("0");
        assertThat(YEAR.explain("projects.introduced.interval", "--quarter=4").err())
                .contains("The annual report of z for 2023-Q4 has no figure projects.introduced.interval.");
    }

    @Test
    void aPeriodThatIsNotClearIsSaidInOneLine() {
        for (CommandLineRun run : new CommandLineRun[] {
            YEAR.explain("land.acquired", "--quarter=5"),
            YEAR.explain("land.acquired", "--month=2022-02"),
            YEAR.explain("land.acquired", "--quarter=1", "--month=2023-02"),
            month("land.acquired"),
            month("land.acquired", "--quarter=1"),
        }) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("The period is not clear").hasLineCount(1);
        }
        assertThat(CommandLineRun.of("explain", "annual", "z", "this", "land.acquired", "--data=" + YEAR.data)
                        .err())
                .contains("\"this\" is no year")
                .hasLineCount(1);
        assertThat(CommandLineRun.of("explain", "annual", "z", "2023", "a", "b", "--data=" + YEAR.data)
                        .err())
                .hasLineCount(1);
        assertThat(CommandLineRun.of("explain", "annual", "z", "--data=" + YEAR.data)
                        .err())
                .hasLineCount(1);
    }

    private static CommandLineRun month(String measure, String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("explain", "annual", "z", measure, "--data=" + YEAR.data), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String value(CommandLineRun run) {
        return ApiJson.mapper().readTree(run.out()).get("value").asString();
    }

    @Test
    void whatCannotBeExplainedIsSaidInOneLine() {
        assertThat(YEAR.explain("land.aquired").err())
                .startsWith(
                        "ledger: There is no figure \"land.aquired\" in the annual report. Give one of projects.introduced,")
                .hasLineCount(1);
        assertThat(YEAR.explain("land.rescinded.rank").err()).contains("There is no figure \"land.rescinded.rank\"");
        assertThat(YEAR.explain("investment.planned").err().strip())
                .isEqualTo("ledger: There are several such figures: give one with --unit=CNY or --unit=USD.");
        assertThat(YEAR.explain("investment.planned", "--unit=EUR").err().strip())
                .isEqualTo("ledger: The annual report of z for 2023 has no figure investment.planned in EUR.");
        assertThat(YEAR.explain("permits.four-certificates.fastest", "--subject=b")
                        .err()
                        .strip())
                .isEqualTo(
                        "ledger: The annual report of z for 2023 has no figure permits.four-certificates.fastest of b.");
        assertThat(CommandLineRun.of("explain", "annual", "x", "2023", "land.acquired", "--data=" + YEAR.data)
                        .err())
                .contains("There is no zone \"x\". Give one of ");
        assertThat(YEAR.explain("land.acquired", "--known-at=999").err())
                .contains("The ledger has no position 999 yet");
        assertThat(CommandLineRun.of("explain", "--data=" + YEAR.data).err())
                .contains("ledger: ")
                .hasLineCount(1);
        assertThat(YEAR.explain("land.acquired", "--proof=" + YEAR.directory.resolve("no/where"))
                        .err())
                .contains("The proof cannot be written to ");
    }
}
