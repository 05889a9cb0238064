package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.query.report.explain.WhatAFigureIsMadeOfTest.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.ReportPeriod;

/** Quota whose year ends or has ended, by the events alone. */
class WhatIsExpiringIsMadeOfTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    /** From position 6 on. */
    private static final List<RecordedEvent> QUOTA = recorded(Scenario.ZONES + """
            GrantQuota year=2023 area=50mu on=2023-01-10 doc=1
            AllocateQuota toZone=sub year=2023 area=20mu on=2023-02-01 doc=1
            GrantQuota year=2024 area=6mu on=2023-03-01 doc=1
            RecordOpeningQuota year=2022 available=9mu used=4mu on=2022-12-31
            GrantQuota zone=peer year=2023 area=7mu on=2023-01-10 doc=1
            LapseQuota zone=peer year=2023 area=7mu on=2023-02-10 doc=1
            """);

    private static Optional<Explanation> explain(String zone, String figure, String period, LocalDate asOf) {
        String unit = figure.endsWith("left") ? "days" : "mu";
        return Alone.explain(
                QUOTA,
                new Asked("quota/expiring/" + figure, zone, ReportPeriod.parse(period), unit, asOf, QUOTA.size()));
    }

    private static String expiring(String zone, String figure, String period, LocalDate asOf) {
        return Alone.value(explain(zone, figure, period, asOf));
    }

    @ParameterizedTest
    @CsvSource({
        "z,    z/2023/available,   2023,    30 mu",
        "z,    z/2023/days left,   2023,    0 days",
        "z,    sub/2023/available, 2023,    20 mu",
        "sub,  sub/2023/available, 2023,    20 mu",
        "sub,  z/2023/available,   2023,    none",
        "z,    z/2023/days left,   2023-Q1, 275 days",
        "z,    z/2022/available,   2023,    9 mu",
        "z,    z/2022/days left,   2023,    0 days",
        "z,    z/2024/available,   2023,    none",
        "z,    z/2024/days left,   2023,    none",
        "peer, peer/2023/available, 2023,   none",
        "peer, peer/2023/days left, 2023-01, 334 days",
        "z,    z/2021/available,   2023,    none",
    })
    void quotaExpiresThatIsLeftOfAYearWhichEndsWithTheReportsOrHasEnded(
            String zone, String figure, String period, String expected) {
        assertThat(expiring(zone, figure, period, END)).isEqualTo(expected);
    }

    @Test
    void daysAreLeftFromTheReportsDayWhenThePeriodEndsLater() {
        assertThat(expiring("z", "z/2023/days left", "2023", END.minusDays(3))).isEqualTo("3 days");
        assertThat(expiring("z", "z/2023/days left", "2023-Q1", END.minusDays(3)))
                .isEqualTo("275 days");
        assertThat(expiring("z", "z/2023/available", "2023", LocalDate.of(2023, 1, 31)))
                .isEqualTo("50 mu");
    }

    @Test
    void theDaysThatAreLeftAreListedWithWhatIsLeftThen() {
        Explanation days = explain("z", "sub/2023/days left", "2023-06", END).orElseThrow();
        assertThat(days.entries()).extracting(Entry::position).containsExactly(7L);
        assertThat(days.basis()).extracting(Entry::position).containsExactly(4L);
        assertThat(days.head().formula()).contains("from 2023-06-30 to 2023-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z/2023/opening", "z/someday/available", "z/2023"})
    void whatTheListDoesNotHaveIsNoFigure(String figure) {
        assertThat(Explainer.knows("quota/expiring/" + figure)).isFalse();
    }
}
