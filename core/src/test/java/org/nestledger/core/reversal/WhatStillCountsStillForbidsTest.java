package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLIED;

import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.testing.DeciderSpec;

/** Where a reversal has a day of its own, what it took back forbids until then all that it forbade. */
class WhatStillCountsStillForbidsTest {

    private static final String CLOSED = "ClosePeriod through=2023-05-31 doc=1";
    private static final String WITHDRAWAL = "WithdrawProject project=a on=2023-05-01";
    private static final String SUPPLY = "SupplyLand parcel=p project=a supply=s area=60mu on=";
    private static final String SMALLER_NEED = "AmendProject project=a landNeed=30mu on=2023-05-01";
    private static final String IN_YUAN = "RecordInvestment project=a amount=10CNY on=";

    /** @param entry of a month that is then closed; it is taken back on 1 September */
    private static DeciderSpec restated(String before, String entry, String type) {
        return restatedBesides(given(before).and(entry, CLOSED), type);
    }

    private static DeciderSpec restatedBesides(DeciderSpec spec, String type) {
        spec.whenReversed(type, "2023-09-01").thenRecorded("reversal.EntryReversed");
        return spec;
    }

    private static DeciderSpec withAPowerThatCountsAsWithdrawn() {
        DeciderSpec spec = given(PROJECT)
                .and(
                        "DelegatePowers powers=w:Filing:PROJECT_FILING on=2023-04-01 doc=1",
                        "WithdrawPower power=w on=2023-05-01 doc=1",
                        CLOSED,
                        "ApplyForPermit project=a permit=f kind=PROJECT_FILING on=2023-06-02");
        return restatedBesides(spec, "permit.PowerWithdrawn");
    }

    private static Rejection refusedUntilSeptember(DeciderSpec spec, String command) {
        Rejection refusal = spec.when(command + "2023-07-01").thenRejected(RefusalCode.NOT_LATEST);
        assertThat(refusal.remedy()).isEqualTo("Date it on or after 2023-09-01.");
        assertThat(refusal.figures()).containsEntry("from", "2023-09-01");
        return refusal;
    }

    @Test
    void noLandIsSuppliedToAProjectThatStillCountsAsWithdrawn() {
        DeciderSpec spec = restated(LAND_AND_PROJECT, WITHDRAWAL, "project.ProjectWithdrawn");
        assertThat(refusedUntilSeptember(spec, SUPPLY).message()).contains("project.ProjectWithdrawn");
        spec.when(SUPPLY + "2023-09-01").thenRecorded("supply.LandSupplied");
    }

    @Test
    void aLaterEntryDoesNotHideAWithdrawalThatStillCounts() {
        DeciderSpec spec = restated(LAND_AND_PROJECT, WITHDRAWAL, "project.ProjectWithdrawn")
                .and(SUPPLY + "2023-09-02 price=1CNY", "ReportStart project=a on=2023-09-03");
        refusedUntilSeptember(spec, "ReachMilestone project=a milestone=roof on=");
    }

    @Test
    void noPowerIsCitedThatStillCountsAsWithdrawn() {
        DeciderSpec spec = withAPowerThatCountsAsWithdrawn();
        String grant = "GrantPermit project=a permit=f power=w on=";
        refusedUntilSeptember(spec, grant);
        spec.when(grant + "2023-09-01").thenRecorded("permit.PermitGranted");
    }

    @Test
    void noPowerIsCitedOnADayBetweenTwoWithdrawals() {
        DeciderSpec spec = withAPowerThatCountsAsWithdrawn().and("WithdrawPower power=w on=2023-10-01 doc=1");
        refusedUntilSeptember(spec, "GrantPermit project=a permit=f power=w on=");
    }

    @Test
    void noPermitRestsOnOneThatStillCountsAsRevoked() {
        DeciderSpec spec = given(SUPPLIED)
                .and(
                        "ApplyForPermit project=a permit=a3 kind=CONSTRUCTION_PLANNING on=2023-06-05",
                        "GrantPermit project=a permit=a3 authority=city on=2023-06-12",
                        "RevokePermit project=a permit=a3 on=2023-06-20",
                        "ApplyForPermit project=a permit=a4 kind=CONSTRUCTION on=2023-06-21",
                        "ClosePeriod through=2023-06-30 doc=1");
        restatedBesides(spec, "permit.PermitRevoked");
        String grant = "GrantPermit project=a permit=a4 authority=city on=";
        refusedUntilSeptember(spec, grant);
        spec.when(grant + "2023-09-01").thenRecorded("permit.PermitGranted");
    }

    @Test
    void aSupplyIsWithinTheNeedThatStillCounts() {
        DeciderSpec spec = restated(LAND_AND_PROJECT, SMALLER_NEED, "project.ProjectAmended");
        refusedUntilSeptember(spec, SUPPLY);
        spec.when(SUPPLY + "2023-09-01").thenRecorded("supply.LandSupplied");
    }

    @Test
    void whatIsSuppliedLaterIsNotHeldAgainstANeedThatCountedBefore() {
        DeciderSpec spec = restated(LAND_AND_PROJECT, SMALLER_NEED, "project.ProjectAmended");
        spec.and(SUPPLY + "2023-09-15");
        spec.when("SupplyLand parcel=p project=a supply=s2 area=30mu on=2023-07-01")
                .thenRecorded("supply.LandSupplied");
    }

    @Test
    void aProjectIsKeptInTheCurrencyThatStillCounts() {
        DeciderSpec spec = restated(
                PROJECT, "RecordInvestment project=a amount=10USD on=2023-04-02", "project.InvestmentRecorded");
        refusedUntilSeptember(spec, IN_YUAN);
        spec.and(IN_YUAN + "2023-09-01");
        refusedUntilSeptember(spec, IN_YUAN);
    }

    @Test
    void eachOfSeveralThatAreTakenBackOnOneDayForbidsUntilThen() {
        DeciderSpec spec = given(PROJECT)
                .and(
                        "RecordInvestment project=a amount=10USD on=2023-04-02",
                        "RecordInvestment project=a amount=20USD on=2023-04-03",
                        "AmendProject project=a name=Hall on=2023-04-04",
                        CLOSED);
        restatedBesides(spec, "project.InvestmentRecorded");
        restatedBesides(spec, "project.InvestmentRecorded");
        restatedBesides(spec, "project.ProjectAmended");
        assertThat(refusedUntilSeptember(spec, IN_YUAN).message()).contains("project.InvestmentRecorded");
    }

    @Test
    void theLastDayIsNamedWhenSeveralForbid() {
        DeciderSpec spec = given(PROJECT)
                .and(
                        "RecordInvestment project=a amount=10USD on=2023-04-02",
                        "RecordInvestment project=a amount=20USD on=2023-04-03",
                        CLOSED);
        spec.whenReversed("project.InvestmentRecorded", "2023-10-01").thenRecorded("reversal.EntryReversed");
        restatedBesides(spec, "project.InvestmentRecorded");
        assertThat(spec.when(IN_YUAN + "2023-07-01")
                        .thenRejected(RefusalCode.NOT_LATEST)
                        .figures())
                .containsEntry("from", "2023-10-01");
    }

    @Test
    void aParcelIsOpenedBeforeWhatStillCounts() {
        DeciderSpec spec = restated(PARCEL, "AcquireLand parcel=p area=50mu on=2023-01-05", "land.LandAcquired");
        String opening = "RecordOpeningStock parcel=p serviced=50mu on=";
        refusedUntilSeptember(spec, opening);
        spec.when(opening + "2023-09-01").thenRecorded("opening.OpeningStockRecorded");
    }

    @Test
    void noRescissionIsReversedForAProjectThatStillCountsAsWithdrawn() {
        DeciderSpec spec = given(LAND_AND_PROJECT)
                .and(SUPPLY + "2023-04-05", "RescindSupply supply=s on=2023-04-20", WITHDRAWAL, CLOSED);
        restatedBesides(spec, "project.ProjectWithdrawn");
        spec.whenReversed("supply.SupplyRescinded", "2023-07-01").thenRejected(RefusalCode.NOT_LATEST);
        spec.whenReversed("supply.SupplyRescinded", "2023-09-01").thenRecorded("reversal.EntryReversed");
    }

    @Test
    void whatForbidsNothingIsNoHindrance() {
        DeciderSpec spec =
                restated(LAND_AND_PROJECT, "AmendProject project=a name=Hall on=2023-05-01", "project.ProjectAmended");
        spec.when(SUPPLY + "2023-07-01").thenRecorded("supply.LandSupplied");
    }

    @Test
    void anotherRefusalIsGivenFirst() {
        DeciderSpec spec = restated(LAND_AND_PROJECT, WITHDRAWAL, "project.ProjectWithdrawn");
        spec.when("SupplyLand parcel=p project=a supply=s area=160mu on=2023-07-01")
                .thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
    }
}
