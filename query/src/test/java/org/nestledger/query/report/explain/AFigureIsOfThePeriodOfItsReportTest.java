package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;

/** What a report looks at, its figures are of: a period, a year, or the day as of which it is made. */
class AFigureIsOfThePeriodOfItsReportTest {

    private static Optional<String> objection(String measure, String period, String asOf) {
        return Explainer.objection(
                new Asked(measure, "z", ReportPeriod.parse(period), "count", LocalDate.parse(asOf), 9));
    }

    @ParameterizedTest
    @CsvSource({
        "stages/stages/INTRODUCED/projects,         2023-06-10, 2023-06-10",
        "stages/stages/INTRODUCED/projects,         2023,       2023-06-10",
        "services/plans/l/open,                     2023-12-31, 2023-12-31",
        "late-starts/late starts/s/days late,       2023-06-10, 2023-06-10",
        "approved-not-supplied/total/z/all/approved, 2024,      2024-01-01",
        "land/total/z/land:acquired/closing,        2023,       2023-06-10",
        "land/total/z/land:acquired/closing,        2023-Q2,    2023-06-10",
        "land/total/z/land:acquired/closing,        2023-06,    2023-12-31",
        "reconciliation/verdicts/f/land.acquired/z/2023//published, 2023, 2023-06-10",
        "land.acquired,                             2023-06,    2023-06-10",
        "land.acquired.rank,                        2023-Q1,    2023-06-10",
        "portal.visits,                             2023,       2023-06-10",
        "portal.visits.rank,                        30 days to 2023-06-10, 2023-06-10",
        "portal.visits.ranked,                      30 days to 2023-06-10, 2023-06-10",
        "ranks/ranks/portal.visits/z/rank,          2023,       2023-06-10",
        "permits.four-certificates.rank,            2023,       2023-06-10",
    })
    void whichItCanBeOf(String measure, String period, String asOf) {
        assertThat(objection(measure, period, asOf)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stages/stages/INTRODUCED/projects,    2023-06-10, 2023-06-11, the day 2023-06-11",
        "stages/stages/INTRODUCED/projects,    2022,       2023-06-10, the day 2023-06-10",
        "stages/stages/INTRODUCED/projects,    2023-Q2,    2023-06-10, the day 2023-06-10",
        "late-starts/late starts/s/days late,  2023-06,    2023-06-10, the day 2023-06-10",
        "services/plans/l/open,                2022,       2026-11-30, the day 2026-11-30",
        "approved-not-supplied/total/z/all/approved, 1 days to 2023-06-10, 2023-06-10, the day 2023-06-10",
        "land/total/z/land:acquired/closing,   2023-06-10, 2023-06-10, 'a year, a quarter or a month'",
        "pipeline/stages/INTRODUCED/came,      30 days to 2023-06-10, 2023-06-10, 'a year, a quarter or a month'",
        "land.acquired,                        2023-06-10, 2023-06-10, 'a year, a quarter or a month'",
        "land.acquired.rank,                   30 days to 2023-06-10, 2023-06-10, 'a year, a quarter or a month'",
        "portal.visits,                        30 days to 2023-06-10, 2023-06-10, 'a year, a quarter or a month'",
        "portal.visits.rank,                   2023,       2023-06-10, the 30 days to 2023-06-10",
        "portal.visits.rank,                   31 days to 2023-06-10, 2023-06-10, the 30 days to 2023-06-10",
        "portal.visits.ranked,                 30 days to 2023-06-10, 2023-06-11, the 30 days to 2023-06-11",
        "reconciliation/verdicts/f/land.acquired/z/2023//published, 2023-Q4, 2023-12-31, a year",
    })
    void whichItCannotBeOf(String measure, String period, String asOf, String of) {
        assertThat(objection(measure, period, asOf))
                .contains("it is a figure of " + of + (of.contains("the day") ? " as of which it is," : ",")
                        + " and not of " + period);
    }

    @Test
    void isToldAsTheTableOfReportsHasIt() {
        assertThat(Definitions.reports()).allSatisfy(name -> {
            ReportType<?> type = ReportTypes.find(name).orElseThrow();
            assertThat(Definitions.span(name + "/"))
                    .get()
                    .hasToString(type.span().name());
        });
    }
}
