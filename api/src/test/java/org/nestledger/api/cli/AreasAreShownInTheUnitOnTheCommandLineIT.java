package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.output.ListKind;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportType.Span;
import org.nestledger.query.report.catalogue.ReportTypes;
import tools.jackson.databind.JsonNode;

/** {@code --area-unit} of every report and every list. */
class AreasAreShownInTheUnitOnTheCommandLineIT {

    private final RecordedYear year = RecordedYear.shared();

    @Test
    void aFigureHasTheUnitInEveryFormat() {
        assertThat(run("report annual --zone=z --year=2023 --area-unit=ha").out())
                .containsPattern("land.acquired +\\| z +\\| 2023 +\\| +8.666667 \\| ha +\\| +26/3 \\|")
                .containsPattern("land.serviced +\\| z +\\| 2023 +\\| +5.333333 \\| ha +\\| +16/3 \\|");
        assertThat(run("report annual --zone=z --year=2023 --area-unit=ha --format=csv")
                        .out())
                .contains("figures,land.rescinded,z,2023,0.333333,ha,1/3", "balances,land:acquired,z,,3.333333,ha");
        JsonNode json = ApiJson.mapper()
                .readTree(run("report annual --zone=z --year=2023 --area-unit=ha --format=json")
                        .out());
        assertThat(json.toString()).doesNotContain("\"unit\":\"mu\"").contains("\"unit\":\"ha\"", "\"unit\":\"CNY\"");
    }

    @Test
    void aListHasTheUnitInItsHeader() {
        assertThat(run("list parcels --area-unit=m2 --format=csv").out())
                .contains("area m2", "q,sub,,,,33333.333333,2023-01-01");
        assertThat(run("list parcels --format=csv").out()).contains("area mu", "q,sub,,,,50,2023-01-01");
        assertThat(run("list quotas --area-unit=ha").out())
                .contains("granted ha")
                .containsPattern("\\| +10 \\|");
        assertThat(run("list parcels --area-unit=m2 --format=json").out())
                .contains("\"33333.333333\"", "\"ratio\"", "100000");
    }

    static Stream<ReportType<?>> reports() {
        return ReportTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportKnowsTheUnit(ReportType<?> type) {
        String name = type.span() == Span.YEAR ? "reconcile" : "report " + type.name();
        String asked = name + " --zone=z" + (type.span() == Span.DAY ? " --as-of=2023-12-31" : " --year=2023");
        for (String format : List.of("table", "csv", "json")) {
            CommandLineRun run = run(asked + " --area-unit=acre --format=" + format);
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out()).doesNotContain("| mu ", ",mu,", "\"unit\" : \"mu\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyListKnowsTheUnit(ListKind kind) {
        for (String format : List.of("table", "csv", "json")) {
            CommandLineRun run = run("list " + kind + " --area-unit=ha --format=" + format);
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out()).doesNotContain(" mu |", " mu,", "\"unit\" : \"mu\"");
        }
    }

    @Test
    void anotherUnitIsRefusedInOneLine() {
        for (String command : List.of("report annual --zone=z --year=2023", "list parcels")) {
            CommandLineRun run = run(command + " --area-unit=rod");
            assertThat(run.err())
                    .contains("\"rod\" is not a unit of area; use one of mu, ha, m2, acre")
                    .hasLineCount(1);
            assertThat(run.status()).isEqualTo(2);
        }
    }

    private CommandLineRun run(String line) {
        return CommandLineRun.of(Stream.concat(Stream.of(line.split(" ", -1)), Stream.of("--data=" + year.data))
                .toArray(String[]::new));
    }
}
