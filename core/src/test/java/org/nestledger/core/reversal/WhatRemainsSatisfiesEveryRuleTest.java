package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.BUILDING;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.MODEST;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.PERMITTED;
import static org.nestledger.core.testing.Scenario.PROJECT;
import static org.nestledger.core.testing.Scenario.READY;
import static org.nestledger.core.testing.Scenario.SUPPLIED;
import static org.nestledger.core.testing.Scenario.SUPPLY;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.testing.Scenario;

/** An entry is taken back only when the history without it breaks no rule. */
class WhatRemainsSatisfiesEveryRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVICED | land.LandAcquired           | NOT_ENOUGH_ACQUIRED | land:acquired  | p      | 2023-03-01",
                "SUPPLIED | land.LandServiced           | NOT_ENOUGH_SERVICED | land:serviced  | p      | 2023-06-01",
                "SUPPLIED | land.LandConverted          | NOT_ENOUGH_READY    | construction:ready | p  | 2023-06-01",
                "READY    | quota.QuotaGranted          | NOT_ENOUGH_QUOTA    | quota:available | z/2023 | 2023-03-01"
            })
    void noGuardedBalanceGoesBelowZeroOnALaterDay(
            String history, String type, RefusalCode code, String account, String owner, LocalDate day) {
        Rejection refusal = given(Scenario.named(history)).whenReversed(type).thenRejected(code);
        assertThat(refusal.figures())
                .containsEntry("account", account)
                .containsEntry("owner", owner)
                .containsEntry("day", day.toString());
    }

    @Test
    void whatWasOpenedAndIsUsedSinceStays() {
        given(PARCEL)
                .and(
                        "RecordOpeningStock parcel=p acquired=50mu on=2023-02-01",
                        "ServiceLand parcel=p area=50mu on=2023-03-01")
                .whenReversed("opening.OpeningStockRecorded")
                .thenRejected(RefusalCode.NOT_ENOUGH_ACQUIRED);
        given(Scenario.ZONES)
                .and("RecordOpeningQuota year=2023 available=9mu used=0mu on=2023-02-01")
                .and("LapseQuota year=2023 area=9mu on=2023-12-01 doc=1")
                .whenReversed("opening.OpeningQuotaRecorded")
                .thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
    }

    @Test
    void quotaThatWasHandedDownAndUsedThereStays() {
        given(READY)
                .and("AllocateQuota toZone=sub year=2023 area=30mu on=2023-04-01 doc=1")
                .and("LapseQuota zone=sub year=2023 area=30mu on=2023-12-31 doc=1")
                .whenReversed("quota.QuotaAllocated")
                .thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
    }

    @Test
    void landThatIsSuppliedAgainIsNotReturnedToItsFirstHolder() {
        given(SUPPLIED)
                .and("RescindSupply supply=s on=2023-07-01")
                .and("SupplyLand parcel=p project=a supply=t area=100mu on=2023-08-01")
                .whenReversed("supply.SupplyRescinded")
                .thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
    }

    @Nested
    class OfAProject {

        @Test
        void aWithdrawnOneHoldsNoLand() {
            given(SUPPLIED)
                    .and("RescindSupply supply=s on=2023-07-01", "WithdrawProject project=a on=2023-08-01")
                    .whenReversed("supply.SupplyRescinded")
                    .thenRejected(RefusalCode.PROJECT_HOLDS_LAND);
        }

        @Test
        void itsNeedStillCoversWhatWasSuppliedUnderIt() {
            given(READY, MODEST)
                    .and("AmendProject project=a landNeed=90mu on=2023-06-10")
                    .and("SupplyLand parcel=p project=a supply=s area=90mu on=2023-06-01")
                    .and("RescindSupply supply=s area=30mu on=2023-06-08")
                    .whenReversed("project.ProjectAmended")
                    .thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED);
        }

        @Test
        void aRescissionThatMadeRoomWithinTheNeedStays() {
            given(READY, MODEST)
                    .and(SUPPLY, "RescindSupply supply=s on=2023-07-01")
                    .and("SupplyLand parcel=p project=a supply=t area=40mu on=2023-08-01")
                    .whenReversed("supply.SupplyRescinded")
                    .thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED);
        }

        @Test
        void aRescissionThatALowerNeedRestsOnStays() {
            given(LAND_AND_PROJECT)
                    .and(SUPPLY, "RescindSupply supply=s area=30mu on=2023-07-01")
                    .and("AmendProject project=a landNeed=40mu on=2023-08-01")
                    .whenReversed("supply.SupplyRescinded")
                    .thenRejected(RefusalCode.NEED_BELOW_SUPPLIED);
        }

        @Test
        void aNeedThatWasLoweredAfterwardsIsInNobodysWay() {
            given(LAND_AND_PROJECT)
                    .and("ReachMilestone project=a on=2023-05-01")
                    .and(SUPPLY, "RescindSupply supply=s area=30mu on=2023-07-01")
                    .and("AmendProject project=a landNeed=40mu on=2023-08-01")
                    .whenReversed("project.MilestoneReached")
                    .thenRecorded("reversal.EntryReversed");
        }

        @Test
        void aNeedThatCoversWhatRemainsIsRestored() {
            given(READY, MODEST)
                    .and("AmendProject project=a landNeed=90mu on=2023-06-10")
                    .and(SUPPLY)
                    .whenReversed("project.ProjectAmended")
                    .thenRecorded("reversal.EntryReversed");
        }
    }

    @Nested
    class OfPermits {

        @Test
        void aStartKeepsItsLandAndItsCertificate() {
            given(BUILDING).whenReversed("supply.LandSupplied").thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
            given(BUILDING).whenReversed("permit.PermitGranted").thenRejected(RefusalCode.PERMIT_REQUIRED);
        }

        @Test
        void aGrantKeepsTheOneThatItNeeds() {
            given(PERMITTED).when("ReverseEntry position=14").thenRejected(RefusalCode.PERMIT_REQUIRED);
        }

        @Test
        void aGrantKeepsTheLandThatItIsFor() {
            given(SUPPLIED)
                    .and("ApplyForPermit project=a permit=a1 kind=REAL_ESTATE on=2023-06-05")
                    .and("GrantPermit project=a permit=a1 authority=city on=2023-06-12")
                    .whenReversed("supply.LandSupplied")
                    .thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        }

        @Test
        void aGrantKeepsThePowerThatItCites() {
            given(PROJECT)
                    .and("DelegatePowers powers=w:Filing:PROJECT_FILING on=2023-05-01 doc=1")
                    .and("ApplyForPermit project=a permit=a1 kind=PROJECT_FILING on=2023-06-05")
                    .and("GrantPermit project=a permit=a1 power=w on=2023-06-12")
                    .whenReversed("permit.PowerDelegated")
                    .thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
        }
    }

    @Test
    void whatWasPaidBackHadBeenOverpaid() {
        String refunded = """
                RecordLandPayment supply=s amount=6000000CNY on=2023-07-01
                RescindSupply supply=s area=10mu priceReduction=1000000CNY on=2023-08-01
                RefundLandPrice supply=s amount=1000000CNY on=2023-09-01
                """;
        given(SUPPLIED, refunded).whenReversed("fund.LandPaid").thenRejected(RefusalCode.EXCEEDS_OVERPAID);
        given(SUPPLIED, refunded).whenReversed("supply.SupplyRescinded").thenRejected(RefusalCode.EXCEEDS_OVERPAID);
        given(SUPPLIED, refunded).whenReversed("fund.LandPriceRefunded").thenRecorded("reversal.EntryReversed");
    }
}
