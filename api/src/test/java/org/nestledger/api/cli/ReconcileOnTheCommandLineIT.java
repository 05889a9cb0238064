package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.testing.Commands;
import tools.jackson.databind.JsonNode;

class ReconcileOnTheCommandLineIT {

    @TempDir
    static Path temporary;

    private static Path data;
    private static RunningDatabase running;

    @BeforeAll
    static void publishTwoFigures() throws Exception {
        data = temporary.resolve("data");
        running = new RunningDatabase(data);
        Path file = Files.writeString(
                temporary.resolve("commands.jsonl"),
                oneLine("DesignateZone", Commands.zone("z"))
                        + oneLine("IntroduceProject", Commands.project("z", "j1"))
                        + oneLine("PublishFigure", Commands.figure("z", "right", "projects.introduced", "1", "exact"))
                        + oneLine("PublishFigure", Commands.figure("z", "wrong", "projects.introduced", "2", "exact")));
        CommandLineRun run = CommandLineRun.of("import", file.toString(), "--data=" + data);
        assertThat(run.status()).as(run.err()).isZero();
    }

    @AfterAll
    static void end() {
        running.close();
    }

    @Test
    void aDifferenceIsPrintedAndGivesStatusThree() {
        CommandLineRun run = reconcile("--zone=z", "--year=2023");
        assertThat(run.out())
                .startsWith("Published figures of z for 2023 against the ledger")
                .contains("AGREES", "DIFFERS", "2 is 1 more than 1.");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void withoutADifferenceTheStatusIsZero() {
        assertThat(reconcile("--zone=z", "--year=2023", "--known-at=3").status())
                .isZero();
        assertThat(reconcile("--zone=z", "--year=2022").status()).isZero();
    }

    @Test
    void jsonHasTheMembersOfEachFigure() {
        JsonNode report = ApiJson.mapper()
                .readTree(reconcile("--zone=z", "--year=2023", "--format=json").out());
        JsonNode wrong = report.at("/figures/1");
        assertThat(wrong.at("/published/figure").asString()).isEqualTo("wrong");
        assertThat(wrong.at("/published/period").asString()).isEqualTo("2023");
        assertThat(wrong.at("/published/precision").asString()).isEqualTo("exact");
        assertThat(wrong.at("/now/ledger/value").asString()).isEqualTo("1");
        assertThat(wrong.at("/now/verdict/code").asString()).isEqualTo("DIFFERS");
        assertThat(wrong.at("/now/verdict/by").asString()).isEqualTo("1");
        assertThat(report.at("/knownAt/position").asLong()).isEqualTo(4);
        assertThat(report.has("title")).isFalse();
        assertThat(report.has("sections")).isFalse();
    }

    @Test
    void csvHasOneRowAVerdictAndOneForWhatWasSaid() throws Exception {
        CommandLineRun run = reconcile("--zone=z", "--year=2023", "--format=csv");
        try (var rows = CsvReader.builder().ofCsvRecord(run.out())) {
            assertThat(rows.stream().map(row -> row.getField(0) + " " + row.getField(1)))
                    .containsExactly("section figure", "verdicts right", "verdicts wrong", "said right", "said wrong");
        }
    }

    @Test
    void theHelpSaysWhatTheStatusMeans() {
        assertThat(CommandLineRun.of("reconcile", "--help").out()).contains("Exit status:", "a figure differs");
    }

    @Test
    void badArgumentsGetOneLine() {
        assertThat(reconcile("--zone=z").err()).contains("--year").hasLineCount(1);
        assertThat(reconcile("--zone=z", "--year=23").err())
                .contains("\"23\" is no year")
                .hasLineCount(1);
        CommandLineRun zone = reconcile("--zone=west", "--year=2023");
        assertThat(zone.err().strip()).isEqualTo("ledger: There is no zone \"west\". Give one of z.");
        assertThat(zone.status()).isEqualTo(1);
    }

    private static CommandLineRun reconcile(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "reconcile";
        args[1] = "--data=" + data;
        System.arraycopy(options, 0, args, 2, options.length);
        return CommandLineRun.of(args);
    }

    private static String oneLine(String command, String json) {
        return json.replace("\n", " ").replaceFirst("\\{", "{\"command\":\"" + command + "\",") + "\n";
    }
}
