package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.query.report.explain.WhatAFigureIsMadeOfTest.LOG;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.ReportPeriod;

/** Whatever unit somebody calls a figure by, it is counted in its own; only money is in the currency that is asked for. */
class AFigureHasAUnitOfItsOwnTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    private static final List<String> UNITS =
            List.of("mu", "count", "visits", "days", "rank", "percent", "JPY", "JPY/mu", "acre", "XXX", "projects");

    private static Optional<Figure> figure(List<RecordedEvent> log, String measure, String unit) {
        Asked asked = new Asked(measure, "z", ReportPeriod.year(2023), unit, END, log.size());
        return Explainer.explain(asked, Evidence.of(log, END, log.size())).map(Recount::figure);
    }

    @ParameterizedTest
    @CsvSource({
        "permit-durations/by kind/CONSTRUCTION/ANYBODY/all/median, days",
        "permit-durations/by kind/CONSTRUCTION/ANYBODY/all/count,  count",
        "permit-durations/four certificates/FOUR///fewest,         days",
        "late-recording/summary/entries,                           count",
        "late-recording/summary/longest,                           days",
        "reversals/by actor//reversed,                             count",
        "unsupported/by type and actor/land.LandConverted//entries, count",
        "ranks/ranks/land.acquired/z/rank,                         rank",
        "ranks/ranks/land.acquired/z/value,                        mu",
        "pipeline/stages/INTRODUCED/came,                          count",
        "pipeline/moves//INTRODUCED,                               count",
        "land/total/z/land:acquired/closing,                       mu",
        "quota/total/z/2023/lapsed,                                mu",
        "annual/balances/portal:visits/z/,                         visits",
        "annual/balances/power:delegated/z/,                       count",
        "annual/flows/SUPPLY/z/,                                   mu",
        "annual/flows/GRANT/z/,                                    count",
        "annual/pipeline/introduced/z/,                            count",
        "approved-not-supplied/total/z/all/approved,               mu",
        "land.acquired,                                            mu",
        "supply.need-met,                                          percent",
    })
    void inWhichItIsCountedWhateverIsAskedFor(String measure, String own) {
        for (String unit : UNITS) {
            assertThat(figure(LOG, measure, unit))
                    .as(unit)
                    .get()
                    .extracting(Figure::unit)
                    .isEqualTo(own);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipeline/stages/INTRODUCED/planned",
                "pipeline/investment in the period/planned",
                "investment/total/z/planned",
                "investment/per mu/planned",
                "capital/total/z/PRICE/to date",
                "annual/flows/PLEDGE/z/",
                "annual/balances/investment:planned/z/",
                "investment.planned",
            })
    void moneyIsInNoOtherUnitThanACurrency(String measure) {
        for (String unit : List.of("mu", "count", "days", "percent", "acre", "XXX", "projects", "acre/mu")) {
            assertThat(figure(LOG, measure, unit)).as(unit).isEmpty();
        }
    }

    @Test
    void projectsAreCountedOrTheirPlansAddedUpInACurrency() {
        assertThat(figure(LOG, "annual/by industry//z/", "count"))
                .get()
                .extracting(Figure::value, Figure::unit)
                .containsExactly("2", "count");
        assertThat(figure(LOG, "annual/by industry//z/", "CNY"))
                .get()
                .extracting(Figure::value, Figure::unit)
                .containsExactly("600", "CNY");
        assertThat(figure(LOG, "annual/by industry//z/", "days")).isEmpty();
    }

    @Test
    void theShareOfATargetIsAPercentage() {
        List<RecordedEvent> log = WhatAFigureIsMadeOfTest.recorded(Scenario.ZONES + """
                SetTarget measure=land.acquired year=2023 target=2ha on=2023-01-01
                RegisterParcel parcel=p area=200mu on=2023-01-01
                AcquireLand parcel=p area=6mu on=2023-02-01
                """);
        assertThat(figure(log, "targets/targets/land.acquired/share", "JPY"))
                .get()
                .extracting(Figure::value, Figure::unit)
                .containsExactly("20", "percent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mu", "count", "visits", "days", "days/project", "rank", "percent", "CNY", "JPY/mu"})
    void aFigureCanBeInTheUnitsOfReports(String unit) {
        assertThat(FigureUnits.isOne(unit)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/mu", "acre", "ha", "XXX", "projects", "currency", "mu/mu", "CNY/ha"})
    void itIsInNoOther(String unit) {
        assertThat(FigureUnits.isOne(unit)).isFalse();
    }
}
