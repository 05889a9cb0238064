package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.query.report.explain.WhatAFigureIsMadeOfTest.LOG;

import java.math.BigInteger;
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
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.ReportPeriod;

/** What is listed for figures in the tables of reports, by the events alone. */
class WhatAFigureInATableIsMadeOfTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    private static Optional<Explanation> explain(List<RecordedEvent> log, String figure, String unit, String period) {
        Asked asked = new Asked(figure, "z", ReportPeriod.parse(period), unit, END, log.size());
        return Explainer.explain(asked, Evidence.of(log, END, log.size()));
    }

    private static Explanation explain(String figure, String unit) {
        return explain(LOG, figure, unit, "2023").orElseThrow();
    }

    /** The positions of the entries, each with what it adds. */
    private static List<String> added(Explanation explained) {
        return explained.entries().stream()
                .map(entry -> entry.position()
                        + (entry.amount() == null
                                ? ""
                                : " " + entry.amount().quantity().value()))
                .toList();
    }

    private static Figure figure(Explanation explained) {
        return Recount.figure(explained);
    }

    @Test
    void aBalanceAddsWhatCameAndDeductsWhatLeft() {
        Explanation serviced = explain("land/total/z/land:serviced/closing", "mu");
        assertThat(added(serviced)).containsExactly("21 80", "23 -40", "24 -10", "25 5", "26 10");
        assertThat(figure(serviced).value()).isEqualTo("45");
    }

    @ParameterizedTest
    @CsvSource({
        "annual/balances/land:acquired/z/,              mu,    90",
        "annual/balances/quota:available/z/2023,        mu,    90",
        "annual/balances/quota:available/z/2022,        mu,    0",
        "annual/pipeline/introduced/z/,                 count, 2",
        "annual/flows/SUPPLY/z/,                        mu,    50",
        "annual/by industry//z/,                        count, 2",
        "annual/by industry//z/,                        CNY,   600",
        "annual/by origin/Hong Kong/z/,                 count, 0",
        "annual/by month/2023-03/z/,                    count, 2",
        "annual/by month/2023-04/z/,                    count, 0",
        "land/total/z/land:acquired/ACQUIRE,            mu,    170",
        "land/by zone/sub/land:acquired/ACQUIRE,        mu,    30",
        "land/total/z/land:acquired/opening,            mu,    0",
        "land/total/z/land:acquired/SERVICE,            mu,    -80",
        "quota/total/z/2023/granted,                    mu,    150",
        "quota/total/z/2023/used,                       mu,    60",
        "quota/total/z/2023/available,                  mu,    90",
        "quota/total/z/2023/used to date,               mu,    60",
        "quota/total/z/2022/available,                  mu,    0",
        "pipeline/stages/INTRODUCED/came,               count, 2",
        "pipeline/stages/INTRODUCED/left,               count, 0",
        "pipeline/stages/INTRODUCED/planned,            CNY,   600",
        "pipeline/stages/BUILDING/planned,              CNY,   0",
        "pipeline/moves//INTRODUCED,                    count, 2",
        "pipeline/moves/INTRODUCED/BUILDING,            count, 0",
        "pipeline/investment in the period/planned,     CNY,   600",
        "investment/total/z/planned,                    CNY,   600",
        "investment/by industry//planned,               CNY,   600",
        "investment/by industry/unknown/planned,        CNY,   0",
        "investment/by industry/steel/planned,          CNY,   0",
        "investment/by month/2023-03/planned,           CNY,   600",
        "investment/by month/2023-04/planned,           CNY,   0",
        "investment/total/z/made,                       CNY,   0",
        "permit-durations/by kind/CONSTRUCTION/ANYBODY/all/count,            count, 1",
        "permit-durations/by kind/CONSTRUCTION/DELEGATED_POWER/all/count,    count, 0",
        "permit-durations/by grantor/CONSTRUCTION/EXTERNAL_AUTHORITY/city/median, days, 9",
        "permit-durations/four certificates/FOUR///fewest,                   days,  11",
        "ranks/ranks/land.acquired/peer/value,          mu,    300",
        "ranks/ranks/land.acquired/z/rank,              rank,  2",
        "reversals/by actor//reversed,                  count, 1",
        "reversals/by actor//reversals made,            count, 1",
        "unsupported/by type and actor/land.LandConverted//entries,          count, 1",
        "unsupported/by type and actor/land.LandConverted//without document, count, 0",
    })
    void eachHasItsDefinition(String figure, String unit, String value) {
        assertThat(figure(explain(figure, unit)).value()).isEqualTo(value);
    }

    @Test
    void anEntryThatWasTakenBackIsListedWithWhatTookItBack() {
        Explanation reversed = explain("reversals/by actor//reversed", "count");
        assertThat(added(reversed)).containsExactly("8");
        assertThat(reversed.basis()).extracting(Entry::position).containsExactly(9L);
        assertThat(reversed.basis().getFirst().reverses()).isEqualTo(8);
    }

    @Test
    void theLandOfInvestmentPerMuIsWhatIsLeftOfItsSupplies() {
        Explanation perMu = explain("investment/per mu/planned", "CNY/mu");
        assertThat(figure(perMu).ratio()).isEqualTo(new Ratio(BigInteger.valueOf(600), BigInteger.valueOf(35)));
        assertThat(figure(perMu).value()).isEqualTo("17.142857");
        assertThat(added(perMu)).containsExactly("17 500", "19 100", "23 40", "25 -5");
    }

    @Test
    void aDurationListsItsGrantWithTheDaysAndItsApplicationBesides() {
        Explanation certificates = explain("permit-durations/four certificates/FOUR///median", "days");
        assertThat(added(certificates)).containsExactly("36 11");
        assertThat(certificates.basis()).extracting(Entry::position).contains(29L, 33L, 34L, 35L, 17L);
    }

    @Test
    void aTargetOfAnAreaIsHeldAgainstItInMu() {
        List<RecordedEvent> log = WhatAFigureIsMadeOfTest.recorded(Scenario.ZONES + """
                SetTarget measure=land.acquired year=2023 target=2ha on=2023-01-01
                RegisterParcel parcel=p area=200mu on=2023-01-01
                AcquireLand parcel=p area=6mu on=2023-02-01
                AcquireLand parcel=p area=9mu on=2023-08-01
                """);
        Explanation target = explain(log, "targets/targets/land.acquired/target", "mu", "2023")
                .orElseThrow();
        assertThat(figure(target).value()).isEqualTo("30");
        assertThat(figure(target).ratio()).isNull();
        Explanation share = explain(log, "targets/targets/land.acquired/share", "percent", "2023-Q1")
                .orElseThrow();
        assertThat(figure(share).ratio()).isEqualTo(new Ratio(BigInteger.valueOf(6), BigInteger.valueOf(30)));
        assertThat(figure(share).value()).isEqualTo("20");
        assertThat(share.parts())
                .extracting(part -> part.explanation().head().measure())
                .containsExactly("land.acquired", "targets/targets/land.acquired/target");
        assertThat(explain(log, "targets/targets/land.serviced/target", "mu", "2023"))
                .isEmpty();
    }

    @Test
    void aProjectThatWasIntroducedElsewhereByMistakeCountsInTheMonthOfItsOwnIntroduction() {
        List<RecordedEvent> log = WhatAFigureIsMadeOfTest.recorded(Scenario.ZONES + """
                IntroduceProject zone=sub project=a plannedInvestment=4CNY on=2023-02-10
                ReverseEntry zone=sub position=6
                IntroduceProject project=a plannedInvestment=5CNY on=2023-01-05
                """);
        assertThat(explain(log, "investment/by month/2023-01/planned", "CNY", "2023")
                        .map(planned -> figure(planned).value()))
                .contains("5");
        assertThat(explain(log, "investment/by month/2023-02/planned", "CNY", "2023")
                        .map(planned -> figure(planned).value()))
                .contains("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "annual/balances/land:acquired/peer/",
                "annual/balances/land:acquired/sub/",
                "annual/flows/SUPPLY/peer/",
                "annual/pipeline/introduced/city/",
                "annual/by industry//anything/",
                "annual/by month/2023-03/city/",
                "annual/by month/2024-03/z/",
                "annual/by month/March/z/",
                "land/total/peer/land:acquired/ACQUIRE",
                "land/by zone/peer/land:acquired/ACQUIRE",
                "land/by zone/anything/land:acquired/ACQUIRE",
                "quota/total/city/2023/granted",
                "quota/by zone/city/2023/granted",
                "quota/expiring/peer/2023/available",
                "capital/total/peer/PRICE/to date",
                "investment/total/peer/planned",
                "investment/by month/2024-03/planned",
                "approved-not-supplied/total/city/all/approved",
                "approved-not-supplied/total/sub/all/approved",
                "approved-not-supplied/existing construction land/peer/ready",
            })
    void aReportHasNoFigureOfAnotherZoneOrMonth(String figure) {
        for (String unit : List.of("mu", "count", "CNY")) {
            assertThat(explain(LOG, figure, unit, "2023")).isEmpty();
        }
    }

    @Test
    void ofNothingThereIsNoMedian() {
        assertThat(explain(LOG, "permit-durations/by kind/PROJECT_FILING/ANYBODY/all/median", "days", "2023"))
                .isEmpty();
    }
}
