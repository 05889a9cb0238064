package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes from the log for figures of service plans and of land that is ready, beside the designations of the zones. */
class NoMoreIsReadOfServicesAndLandIT {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);
    private static final long LAST_ZONE = 5;

    private static TestLedger ledger;

    @BeforeAll
    static void record() {
        ledger = new TestLedger();
        ledger.append(WhatAFigureIsMadeOfTest.recorded(Scenario.ZONES + """
                        IntroduceProject project=a on=2023-01-01
                        AgreeServicePlan project=a plan=l services=v,w on=2023-01-02
                        AgreeServicePlan project=a plan=m services=v on=2023-01-02
                        DeliverService project=a plan=l service=v on=2023-01-03
                        ReverseEntry position=12
                        DeliverService project=a plan=m service=v on=2023-01-03
                        RegisterParcel parcel=p area=90mu on=2023-01-01
                        AcquireLand parcel=p area=60mu on=2023-01-02
                        AcquireLand parcel=p area=30mu existing=20mu on=2023-01-02
                        ServiceLand parcel=p area=80mu on=2023-01-03
                        SupplyLand parcel=p project=a supply=s area=5mu on=2023-01-04
                        RescindSupply supply=s area=1mu on=2023-01-05
                        ReverseEntry position=20
                        RegisterParcel zone=peer parcel=q area=9mu on=2023-01-01
                        AcquireLand zone=peer parcel=q area=7mu existing=7mu on=2023-02-01
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
    void ofAServicePlanItsOwnEventsAndTheirReversalsAreRead() {
        for (String figure : List.of("plans/l/late", "open services/l/v/days late")) {
            assertThat(read("services/" + figure, "count", END, ledger.log().head()))
                    .containsExactly(7L, 8L, 9L, 12L, 13L);
        }
    }

    @Test
    void whatWasRecordedLaterIsNot() {
        assertThat(read("services/plans/l/late", "count", END, 12)).containsExactly(7L, 8L, 9L, 12L);
    }

    @Test
    void ofReadyLandWhatMovedItInTheZonesIsRead() {
        assertThat(read(
                        "approved-not-supplied/total/z/all/supplied",
                        "mu",
                        END,
                        ledger.log().head()))
                .containsExactly(17L, 19L, 20L, 21L);
    }

    @Test
    void untilTheDayAndAsItWasKnown() {
        String figure = "approved-not-supplied/existing construction land/z/supplied";
        assertThat(read(figure, "mu", LocalDate.of(2023, 1, 4), ledger.log().head()))
                .containsExactly(17L, 19L);
        assertThat(read(figure, "mu", END, 20)).containsExactly(17L, 19L, 20L);
    }

    private static List<Long> read(String figure, String unit, LocalDate day, long knownAt) {
        Asked asked = new Asked(figure, "z", ReportPeriod.parse("2023"), unit, day, knownAt);
        return Candidates.records(JdbcClient.create(ledger.dataSource()), ledger.log(), asked, Integer.MAX_VALUE)
                .stream()
                .map(RecordedEvent::position)
                .filter(position -> position > LAST_ZONE)
                .toList();
    }
}
