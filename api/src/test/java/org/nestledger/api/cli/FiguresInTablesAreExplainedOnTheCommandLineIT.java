package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.runtime.ApiJson;
import tools.jackson.databind.JsonNode;

/** The figures in the tables of the reports other than the annual one. */
class FiguresInTablesAreExplainedOnTheCommandLineIT {

    private static final RecordedYear YEAR = RecordedYear.shared();

    @Test
    void aBalanceIsWhatCameLessWhatLeft() {
        JsonNode json = json(YEAR.explainTable("land", "total/land:serviced/closing", "--format=json"));
        assertThat(json.get("measure").asString()).isEqualTo("land/total/z/land:serviced/closing");
        assertThat(json.get("subject").asString()).isEqualTo("z");
        assertThat(json.get("value").asString()).isEqualTo("35");
        assertThat(json.get("formula").asString())
                .isEqualTo("what has come to land:serviced until the end, less what has left it");
        assertThat(json.get("entries").valueStream().map(FiguresInTablesAreExplainedOnTheCommandLineIT::flow))
                .containsExactly("SERVICE 80", "SUPPLY -50", "RESCIND 5");
        assertThat(json(YEAR.explainTable("land", "total/land:serviced/closing", "--format=json", "--as-of=2023-06-01"))
                        .get("value")
                        .asString())
                .isEqualTo("30");
    }

    @ParameterizedTest
    @CsvSource({"land, total/land:serviced/closing", "annual, balances/land:serviced"})
    void theNameOfAFigureInAnAnswerIsTakenInAQuestion(String report, String figure) {
        String name = measure(report, figure);
        assertThat(name).startsWith(report + "/").isEqualTo(measure(report, name));
    }

    private static String measure(String report, String figure) {
        JsonNode explained = json(YEAR.explainTable(report, figure, "--format=json"));
        return explained.get("measure").asString();
    }

    @Test
    void aMedianListsEachPermitWithItsDays() {
        CommandLineRun run = YEAR.explainTable("permit-durations", "by kind/CONSTRUCTION/ANYBODY/median");
        assertThat(run.out())
                .startsWith(
                        "permit-durations/by kind/CONSTRUCTION/ANYBODY/all/median of z in 2023: 9 days, the median of"
                                + " the days from application to grant, both included")
                .containsPattern("permit.PermitGranted .* 9 \\| days \\| a4");
    }

    @Test
    void aShareOfLandListsInvestmentAndLand() {
        JsonNode json = json(YEAR.explainTable("investment", "per mu/planned", "--unit=CNY/mu", "--format=json"));
        assertThat(json.get("value").asString()).isEqualTo("133333.333333");
        assertThat(json.at("/parts/0/value").asString()).isEqualTo("6000000");
        assertThat(json.at("/parts/1/value").asString()).isEqualTo("45");
        assertThat(json.at("/parts/1/entries").valueStream().map(FiguresInTablesAreExplainedOnTheCommandLineIT::flow))
                .containsExactly("SUPPLY 50", "RESCIND -5");
    }

    private static String flow(JsonNode entry) {
        return entry.get("flow").asString() + " " + entry.at("/amount/value").asString();
    }

    /** One of each kind of definition. */
    @ParameterizedTest
    @CsvSource({
        "annual,           balances/land:serviced",
        "annual,           flows/SUPPLY",
        "annual,           pipeline/building",
        "annual,           by month/2023-03",
        "land,             total/land:acquired/ACQUIRE",
        "land,             by zone/sub/land:acquired/closing",
        "quota,            total/2023/used to date",
        "quota,            expiring/2023/days left",
        "pipeline,         stages/BUILDING/came",
        "pipeline,         stages/BUILDING/planned",
        "pipeline,         moves/INTRODUCED/BUILDING",
        "investment,       by month/2023-03/planned",
        "capital,          total/PRICE/to date",
        "capital,          unpaid instalments/s/1/unpaid",
        "capital,          unpaid instalments/s/1/days overdue",
        "reconciliation,   f/published",
        "reconciliation,   f/ledger",
        "permit-durations, by grantor/REAL_ESTATE/city/p90",
        "permit-durations, four certificates/fewest",
        "ranks,            land.acquired/peer/rank",
        "ranks,            permits.four-certificates/value",
        "late-recording,   summary/p90",
        "unsupported,      land.LandAcquired/without document",
        "reversals,        by actor/reversed",
    })
    void aFigureOfEveryReportIsProvedOfflineAndComplete(String report, String figure) throws Exception {
        Path file = Files.createTempFile(YEAR.directory, "figure", ".json");
        String[] currency =
                figure.contains("month/") || figure.endsWith("planned") ? new String[] {"--unit=CNY"} : new String[0];
        CommandLineRun run = YEAR.explainTable(report, figure, with("--proof=" + file, currency));
        assertThat(run.status()).as(run.err()).isZero();
        CommandLineRun verified = YEAR.verify(file, "--complete=" + YEAR.exported);
        assertThat(verified.err()).doesNotContain("ledger:");
        assertThat(verified.out()).startsWith("Verified: " + report + "/").contains("Complete: ");
    }

    /** As of a day when the supply is there and the project does not build yet, and of the last record's. */
    @ParameterizedTest
    @CsvSource({
        "stages,                stages/INTRODUCED/projects, --as-of=2023-06-10",
        "stages,                agreed and done/s/area,     --as-of=2023-06-10",
        "late-starts,           agreed start unknown/area,  --as-of=2023-06-10",
        "approved-not-supplied, total/all/supplied,         --as-of=2023-12-31",
        "approved-not-supplied, by zone/z/2023/approved,    --unit=mu",
    })
    void aFigureOfAReportOfADayIsProvedOfflineAndComplete(String report, String figure, String date) throws Exception {
        Path file = Files.createTempFile(YEAR.directory, "figure", ".json");
        CommandLineRun run = YEAR.explainDay(report, figure, date, "--proof=" + file);
        assertThat(run.status()).as(run.err()).isZero();
        CommandLineRun verified = YEAR.verify(file, "--complete=" + YEAR.exported);
        assertThat(verified.err()).doesNotContain("ledger:");
        assertThat(verified.out()).startsWith("Verified: " + report + "/").contains("Complete: ");
    }

    @Test
    void aFigureOfAReportOfADayIsSaidToBeOfThatDay() throws Exception {
        String figure = "stages/INTRODUCED/projects";
        Path file = Files.createTempFile(YEAR.directory, "figure", ".json");
        assertThat(YEAR.explainDay("stages", figure, "--as-of=2023-06-10", "--proof=" + file)
                        .out())
                .startsWith("stages/stages/INTRODUCED/projects of z on 2023-06-10: ");
        assertThat(YEAR.verify(file).out())
                .startsWith("Verified: stages/stages/INTRODUCED/projects of z on 2023-06-10 is ");
        assertThat(json(YEAR.explainDay("stages", figure, "--as-of=2023-06-10", "--format=json"))
                        .get("period")
                        .asString())
                .isEqualTo("2023-06-10");
    }

    @Test
    void aProofThatCallsADayItsYearIsStillVerified() throws Exception {
        Path file = Files.createTempFile(YEAR.directory, "figure", ".json");
        assertThat(YEAR.explainDay("stages", "stages/INTRODUCED/projects", "--as-of=2023-06-10", "--proof=" + file)
                        .status())
                .isZero();
        Files.writeString(file, Files.readString(file).replaceAll("(\"period\" ?: ?)\"2023-06-10\"", "$1\"2023\""));
        CommandLineRun verified = YEAR.verify(file);
        assertThat(verified.err()).doesNotContain("ledger:");
        assertThat(verified.out()).startsWith("Verified: stages/stages/INTRODUCED/projects of z in 2023 is ");
    }

    /** Nothing moves in between, so that the records give the same on the other day too. */
    @ParameterizedTest
    @CsvSource({
        "asOf,   2023-06-10, 2023-06-11",
        "period, 2023-06-10, 2023-06-11",
        "period, 2023-06-10, 2022",
        "period, 2023-06-10, 2023-Q2",
        "period, 2023-06-10, 2023-06",
    })
    void aProofOfAReportOfADayIsOfThatDay(String field, String day, String other) throws Exception {
        Path file = Files.createTempFile(YEAR.directory, "figure", ".json");
        assertThat(YEAR.explainDay("stages", "stages/INTRODUCED/projects", "--as-of=" + day, "--proof=" + file)
                        .status())
                .isZero();
        Files.writeString(
                file,
                Files.readString(file).replaceAll("(\"" + field + "\" ?: ?)\"" + day + "\"", "$1\"" + other + "\""));
        CommandLineRun verified = YEAR.verify(file);
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.err())
                .startsWith("ledger: The figure is NOT verified: it is a figure of the day 2023-06-1")
                .hasLineCount(1);
    }

    @Test
    void whatAReportOfADayHasNotIsSaidInOneLine() {
        CommandLineRun run = YEAR.explainDay("late-starts", "s/days late", "--as-of=2023-06-10");
        assertThat(run.status()).isNotZero();
        assertThat(run.err())
                .contains("The report late-starts of z as of 2023-06-10 has no figure s/days late; it has agreed start"
                        + " unknown/supply/figure.")
                .hasLineCount(1);
    }

    private static String[] with(String first, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }

    @Test
    void aProofOfAnotherValueIsRefused() throws Exception {
        Path file = Files.createTempFile(YEAR.directory, "figure", ".json");
        assertThat(YEAR.explainTable("land", "total/land:serviced/closing", "--proof=" + file)
                        .status())
                .isZero();
        Files.writeString(file, Files.readString(file).replace("\"35\"", "\"36\""));
        assertThat(YEAR.verify(file).err()).contains("its records give 35 mu, not 36 mu");
        Files.writeString(file, Files.readString(file).replace("/closing\"", "/between\""));
        assertThat(YEAR.verify(file).err())
                .contains("this release knows no figure \"land/total/z/land:serviced/between\"");
    }

    @Test
    void aQuarterAndAMonthHaveFiguresOfTheirOwn() {
        assertThat(YEAR.explainTable("land", "total/land:acquired/closing", "--quarter=1")
                        .out())
                .startsWith("land/total/z/land:acquired/closing of z in 2023-Q1: ");
        assertThat(CommandLineRun.of(
                                "explain",
                                "capital",
                                "z",
                                "total/PRICE/in the period",
                                "--month=2023-06",
                                "--data=" + YEAR.data)
                        .out())
                .startsWith("capital/total/z/PRICE/in the period of z in 2023-06: 6000000 CNY, prices of supplies");
    }

    @Test
    void aFigureOfAReportOfWholeYearsHasNoMonth() {
        CommandLineRun run = YEAR.explainTable("reconciliation", "f/ledger", "--quarter=1");
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("This report is of whole years");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "land   | total/land:serviced | There are several such figures: give one of total/z/land:serviced/",
                "land   | nothing | The report land of z for 2023 has no figure nothing; it has total/zone/account/item, or by zone/zone/account/item.",
                "land   | closing | others.",
                "investment | total/planned | There are several such figures: give one with --unit=CNY or --unit=USD.",
            })
    void whatIsNotOneFigureIsSaidInOneLine(String report, String figure, String sentence) {
        CommandLineRun run = YEAR.explainTable(report, figure);
        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains(sentence).hasLineCount(1);
    }

    private static JsonNode json(CommandLineRun run) {
        assertThat(run.status()).as(run.err()).isZero();
        return ApiJson.mapper().readTree(run.out());
    }
}
