package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ACQUIRED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.land.Parcel;

/** An entry about a parcel is taken back only when what is acquired fits its area without it, on every day. */
class WhatRemainsOfAParcelSatisfiesEveryRuleTest {

    @Test
    void acquiredLandFitsTheAreaBeforeASurveyThatFoundMore() {
        given(ACQUIRED)
                .and(
                        "ResurveyParcel parcel=p area=250mu on=2023-06-01",
                        "AcquireLand parcel=p area=100mu on=2023-07-01")
                .whenReversed("land.ParcelResurveyed")
                .thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
    }

    @Test
    void aSurveyThatFoundMoreOfAWhollyAcquiredOneKeepsItWhollyAcquired() {
        given(ACQUIRED)
                .and("AcquireLand parcel=p area=50mu on=2023-02-01", "ResurveyParcel parcel=p area=210mu on=2023-06-01")
                .whenReversed("land.LandAcquired")
                .thenRejected(RefusalCode.LATER_ENTRY_STANDS);
    }

    @Test
    void aSurveyThatFoundLessTookFirstWhatWasNotAcquired() {
        given(ACQUIRED)
                .and("AcquireLand parcel=p area=50mu on=2023-02-01", "ResurveyParcel parcel=p area=190mu on=2023-06-01")
                .whenReversed("land.LandAcquired")
                .thenRejected(RefusalCode.LATER_ENTRY_STANDS);
    }

    @Test
    void aSurveyThatTookNothingOfItIsInNobodysWay() {
        given(ACQUIRED)
                .and("AcquireLand parcel=p area=10mu on=2023-02-01", "ResurveyParcel parcel=p area=190mu on=2023-06-01")
                .whenReversed("land.LandAcquired")
                .thenRecorded("reversal.EntryReversed");
    }

    @Test
    void aSurveyInAClosedPeriodIsTakenBackFromTheReversalsDayOn() {
        var answer = given(ACQUIRED)
                .and("AcquireLand parcel=p area=50mu on=2023-02-01", "ResurveyParcel parcel=p area=210mu on=2023-03-01")
                .and("ClosePeriod through=2023-06-30 doc=1")
                .whenReversed("land.ParcelResurveyed", "2023-08-01")
                .thenRecorded(
                        EntryReversed.class,
                        event -> assertThat(event.restates()).isEqualTo("2023-03"))
                .thenMoved("SURVEY land:outside p -> land:acquired p: -10 mu");
        assertThat(List.of("2023-02-28", "2023-03-01", "2023-07-31", "2023-08-01"))
                .extracting(
                        day -> Parcel.known(answer.history().all(), "p").area().at(LocalDate.parse(day)))
                .containsExactly(200_000_000L, 210_000_000L, 210_000_000L, 200_000_000L);
    }

    @Test
    void landAcquiredSinceASurveyInAClosedPeriodFitsTheAreaWithoutIt() {
        given(ACQUIRED)
                .and("ResurveyParcel parcel=p area=250mu on=2023-03-01", "ClosePeriod through=2023-06-30 doc=1")
                .and("AcquireLand parcel=p area=100mu on=2023-09-01")
                .whenReversed("land.ParcelResurveyed", "2023-08-01")
                .thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
    }
}
