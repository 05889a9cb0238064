package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.testing.Commands;
import tools.jackson.databind.JsonNode;

class ReportOnTheCommandLineIT {

    @TempDir
    static Path temporary;

    private static Path data;
    private static RunningDatabase running;

    @BeforeAll
    static void importAYear() throws Exception {
        data = temporary.resolve("data");
        running = new RunningDatabase(data);
        Path file = Files.writeString(
                temporary.resolve("commands.jsonl"),
                oneLine("DesignateZone", Commands.zone("东区"))
                        + oneLine("IntroduceProject", Commands.project("东区", "j1")));
        CommandLineRun run = CommandLineRun.of("import", file.toString(), "--data=" + data);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().strip()).isEqualTo("read 2, recorded 2, already there 0, refused 0");
    }

    @AfterAll
    static void end() {
        running.close();
    }

    @Test
    void jsonIsAloneOnTheOutput() {
        CommandLineRun run = report("--zone=东区", "--year=2023", "--format=json");
        JsonNode report = ApiJson.mapper().readTree(run.out());
        assertThat(report.get("zone").asString()).isEqualTo("东区");
        assertThat(report.get("asOf").asString()).isEqualTo("2023-12-31");
        assertThat(report.at("/knownAt/position").asLong()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void csvHasOneRowAFigure() throws Exception {
        CommandLineRun run = report("--zone=东区", "--year=2023", "--format=csv");
        try (var rows = CsvReader.builder().ofCsvRecord(run.out())) {
            assertThat(rows.stream().map(row -> row.getField(0) + " " + row.getField(1) + " " + row.getField(4)))
                    .startsWith("section name value")
                    .contains("figures projects.introduced 1", "by industry battery 1", "pipeline introduced 1");
        }
    }

    @Test
    void aTableIsForPeople() {
        CommandLineRun run = report("--zone=东区", "--year=2023");
        assertThat(run.out())
                .startsWith("Annual report of 东区 for 2023")
                .contains("as of 2023-12-31, as known at position 2", "Figures", "Pipeline", "projects.introduced");
    }

    @ParameterizedTest
    @CsvSource({
        "2023,    --year=2023",
        "2023-Q3, --year=2023 --quarter=3",
        "2023-07, --month=2023-07",
    })
    void aReportSaysItsPeriod(String period, String stated) {
        for (String name : new String[] {"annual", "capital"}) {
            String[] options = ("--zone=东区 " + stated).split(" ", -1);
            assertThat(run(name, options).out().lines().findFirst().orElseThrow())
                    .endsWith(" of 东区 for " + period);
            JsonNode json = ApiJson.mapper()
                    .readTree(run(name, with(options, "--format=json")).out());
            assertThat(json.get("period").asString()).isEqualTo(period);
            assertThat(json.get("year").asInt()).isEqualTo(2023);
        }
    }

    @Test
    void changesStandBesideEachFigure() {
        CommandLineRun table = run("pipeline", "--zone=东区", "--year=2023", "--changes");
        assertThat(table.out())
                .startsWith("Pipeline of 东区 in 2023, beside 2022 (as of 2022-12-31) and the year before, 2022")
                .contains("change from before", "change from year before");
        assertThat(run("pipeline", "--zone=东区", "--year=2023", "--changes", "--format=csv")
                        .out())
                .contains(
                        "section,stage,item,value,unit,before,change from before,year before,change from year before",
                        "stages,INTRODUCED,closing,1,count,0,1,0,1");
        JsonNode json = ApiJson.mapper()
                .readTree(run("annual", "--zone=东区", "--year=2023", "--changes", "--format=json")
                        .out());
        assertThat(json.get("zone").asString()).isEqualTo("东区");
        assertThat(json.at("/figures/0/measure").asString()).isEqualTo("projects.introduced");
        assertThat(json.at("/changes/0/key/name").asString()).isEqualTo("projects.introduced");
        assertThat(json.at("/changes/0/before/difference/value").asString()).isEqualTo("1");
        assertThat(run("stages", "--zone=东区", "--changes").err()).hasLineCount(1);
    }

    @Test
    void bothDatesCanBeChosen() {
        assertThat(report("--zone=东区", "--year=2023", "--known-at=1", "--format=csv")
                        .out())
                .contains("projects.introduced,东区,2023,0");
        assertThat(report("--zone=东区", "--year=2023", "--as-of=2023-03-31", "--format=csv")
                        .out())
                .contains("projects.introduced,东区,2023,0");
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() {
        CommandLineRun zone = report("--zone=west", "--year=2023");
        assertThat(zone.status()).isEqualTo(1);
        assertThat(zone.err().strip()).isEqualTo("ledger: There is no zone \"west\". Give one of 东区.");
        CommandLineRun early = report("--zone=东区", "--year=2023", "--known-at=2000-01-01T00:00:00Z");
        assertThat(early.status()).isEqualTo(1);
        assertThat(early.err().strip())
                .isEqualTo("ledger: The zone \"东区\" was not recorded yet then; give a later --known-at.");
        CommandLineRun position = report("--zone=东区", "--year=2023", "--known-at=99");
        assertThat(position.status()).isEqualTo(1);
        assertThat(position.err())
                .contains("no position 99 yet: its last one is 2")
                .hasLineCount(1);
    }

    @Test
    void anEmptyLedgerIsSaidToBeEmpty() {
        String empty = "--data=" + temporary.resolve("empty");
        assertThat(CommandLineRun.of("token", "list", empty).status()).isZero();
        CommandLineRun run = CommandLineRun.of("report", "annual", "--zone=z", "--year=2023", empty);
        assertThat(run.err()).contains("The ledger is empty").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "capital,     Capital of 东区 for 2023, --year=2023",
        "land,        Land of 东区 in 2023, --year=2023",
        "quota,       Quota of 东区 in 2023, --year=2023",
        "pipeline,    Pipeline of 东区 in 2023, --year=2023",
        "investment,  Investment in 东区 in 2023, --year=2023",
        "permit-durations, Permit durations of 东区 in 2023, --year=2023",
        "targets,     Targets of 东区 in 2023, --year=2023",
        "ranks,       Ranks beside 东区 in 2023, --year=2023",
        "stages,      Projects of 东区 by stage,",
        "late-starts, Late starts of 东区,",
        "services,    Service plans of 东区,",
    })
    void everyReportHasAllFormatsAndBothDates(String name, String title, @Nullable String year) {
        String[] options = year == null
                ? new String[] {"--zone=东区", "--as-of=2023-12-31"}
                : new String[] {"--zone=东区", "--as-of=2023-12-31", year};
        CommandLineRun table = run(name, options);
        assertThat(table.status()).as(table.err()).isZero();
        assertThat(table.out()).startsWith(title).contains("as of 2023-12-31, as known at position 2");
        JsonNode json = ApiJson.mapper()
                .readTree(run(name, with(options, "--format=json")).out());
        assertThat(json.get("zone").asString()).isEqualTo("东区");
        assertThat(json.get("asOf").asString()).isEqualTo("2023-12-31");
        assertThat(run(name, with(options, "--format=csv")).out()).startsWith("section");
        assertThat(run(name, with(options, "--known-at=1")).out()).contains("as known at position 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stages", "late-starts", "services"})
    void aReportOfADayKnowsNoYearAndNeedsNone(String name) {
        assertThat(run(name, "--zone=东区", "--year=2023").err())
                .contains("There is no \"--year=2023\" here.")
                .hasLineCount(1);
        JsonNode report = ApiJson.mapper()
                .readTree(run(name, "--zone=东区", "--format=json").out());
        Instant last = Instant.parse(report.at("/knownAt/recordedAt").asString());
        assertThat(report.get("asOf").asString())
                .isEqualTo(LocalDate.ofInstant(last, ZoneId.of("Asia/Shanghai")).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"capital", "stages", "late-starts", "services"})
    void badArgumentsGetOneLine(String name) {
        assertThat(run(name, "--year=2023").err()).hasLineCount(1);
        assertThat(run(name, "--zone=东区", "--as-of=2023-02-30").err())
                .contains("no date")
                .hasLineCount(1);
        assertThat(run(name, "--zone=东区", "--format=xml").err()).hasLineCount(1);
        assertThat(run(name, "--zone=东区", "--known-at=soon").err())
                .contains("neither a position")
                .hasLineCount(1);
    }

    @Test
    void aStageHasARowInTheTable() {
        assertThat(run("stages", "--zone=东区", "--as-of=2023-12-31", "--format=csv")
                        .out())
                .contains("stages,INTRODUCED,projects,1,count", "stages,INTRODUCED,planned,1000000,CNY");
    }

    private static String[] with(String[] options, String one) {
        String[] more = Arrays.copyOf(options, options.length + 1);
        more[options.length] = one;
        return more;
    }

    private static CommandLineRun report(String... options) {
        return run("annual", options);
    }

    private static CommandLineRun run(String name, String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "report";
        args[1] = name;
        args[2] = "--data=" + data;
        System.arraycopy(options, 0, args, 3, options.length);
        return CommandLineRun.of(args);
    }

    private static String oneLine(String command, String json) {
        return json.replace("\n", " ").replaceFirst("\\{", "{\"command\":\"" + command + "\",") + "\n";
    }
}
