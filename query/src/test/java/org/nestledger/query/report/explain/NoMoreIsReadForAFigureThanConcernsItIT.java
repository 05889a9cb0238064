package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes from the log for a figure of one thing among many, or that follows from one of the annual report. */
class NoMoreIsReadForAFigureThanConcernsItIT {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);
    private static final long TARGET = 6;
    private static final long OF_THE_PEER = 8;
    private static final long OF_THE_ZONE = 10;
    private static final long PUBLISHED = 11;
    private static final long ALSO_PUBLISHED = 12;

    private static TestLedger ledger;

    @BeforeAll
    static void record() {
        ledger = new TestLedger();
        ledger.append(WhatAFigureIsMadeOfTest.recorded(Scenario.ZONES + """
                        SetTarget measure=land.acquired year=2023 target=9mu on=2023-01-01
                        RegisterParcel zone=peer parcel=q area=9mu on=2023-01-01
                        AcquireLand zone=peer parcel=q area=7mu on=2023-02-01
                        RegisterParcel parcel=p area=9mu on=2023-01-01
                        AcquireLand parcel=p area=6mu existing=6mu on=2023-02-01
                        PublishFigure zone=city figure=f subject=peer value=7 statedOn=2023-12-31 publishedOn=2024-01-02
                        PublishFigure zone=city figure=g subject=peer value=8 statedOn=2023-12-31 publishedOn=2024-01-02
                        ServiceLand parcel=p area=6mu on=2023-02-02
                        IntroduceProject project=a on=2023-02-02
                        SupplyLand parcel=p project=a supply=s area=1mu price=9CNY instalments=1:9CNY:2023-05-01 on=2023-02-03
                        SupplyLand parcel=p project=a supply=t area=1mu price=9CNY instalments=1:9CNY:2023-05-01 on=2023-02-03
                        RecordLandPayment supply=s amount=2CNY on=2023-02-04
                        RecordLandPayment supply=t amount=3CNY on=2023-02-04
                        ReverseEntry position=17
                        """).stream()
                .map(recorded -> (LedgerEvent) recorded.payload())
                .toArray(LedgerEvent[]::new));
        ledger.caughtUp();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void whatIsReachedOfATargetIsOfItsZoneAlone() {
        assertThat(read("targets/targets/land.acquired/share", "percent"))
                .contains(TARGET, OF_THE_ZONE)
                .doesNotContain(OF_THE_PEER);
    }

    @Test
    void theValueOfARankIsOfTheRankedZoneAlone() {
        assertThat(read("ranks/ranks/land.acquired/peer/value", "mu"))
                .contains(OF_THE_PEER)
                .doesNotContain(OF_THE_ZONE);
    }

    @Test
    void aRankIsOfAllThatAreRanked() {
        assertThat(read("ranks/ranks/land.acquired/peer/rank", "rank")).contains(OF_THE_PEER, OF_THE_ZONE);
    }

    @Test
    void whatTheLedgerSaysToAPublishedFigureIsOfItsSubjectAlone() {
        assertThat(read("reconciliation/verdicts/f/land.acquired/peer/2023/2023-12-31/ledger", "mu"))
                .contains(OF_THE_PEER, PUBLISHED)
                .doesNotContain(OF_THE_ZONE, ALSO_PUBLISHED);
        assertThat(read("reconciliation/verdicts/f/land.acquired/peer/2023//published", "mu"))
                .containsExactlyInAnyOrder(PUBLISHED, 1L, 2L, 3L, 4L);
    }

    @Test
    void whatIsUnpaidIsOfItsSupplyAlone() {
        assertThat(read("capital/unpaid instalments/s/1/unpaid", "CNY"))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 15L, 17L, 19L);
    }

    private static Set<Long> read(String figure, String unit) {
        Asked asked = new Asked(
                figure, "z", ReportPeriod.parse("2023"), unit, END, ledger.log().head());
        List<RecordedEvent> records =
                Candidates.records(JdbcClient.create(ledger.dataSource()), ledger.log(), asked, Integer.MAX_VALUE);
        return records.stream().map(RecordedEvent::position).collect(Collectors.toUnmodifiableSet());
    }
}
