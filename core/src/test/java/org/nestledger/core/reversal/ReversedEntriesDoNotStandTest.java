package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.ledger.Decisions;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.DeciderSpec.Answer;
import org.nestledger.core.testing.Invariants;
import org.nestledger.core.testing.SampleEvents;
import org.nestledger.core.testing.Scenario;

/** A history with an entry and its reversal is decided as the history without both. */
class ReversedEntriesDoNotStandTest {

    /** Type, history before, entry; below it commands of which the entry changes at least one's answer. */
    private static final String TABLE = """
            quota.QuotaGranted | READY | GrantQuota year=2023 area=1mu on=2023-01-10 doc=1
                LapseQuota year=2023 area=31mu on=2023-12-31 doc=9
            quota.QuotaAllocated | READY | AllocateQuota toZone=sub year=2023 area=5mu on=2023-12-01 doc=1
                LapseQuota year=2023 area=30mu on=2023-12-31 doc=9
                LapseQuota zone=sub year=2023 area=5mu on=2023-12-31 doc=9
            quota.QuotaRevoked | READY | RevokeQuota year=2023 area=5mu on=2023-12-01 doc=1
                LapseQuota year=2023 area=30mu on=2023-12-31 doc=9
            quota.QuotaLapsed | READY | LapseQuota year=2023 area=5mu on=2023-12-01 doc=1
                RevokeQuota year=2023 area=30mu on=2023-12-31 doc=9
            land.ParcelRegistered | ZONES | RegisterParcel parcel=p area=1mu on=2023-01-01
                RegisterParcel parcel=p area=2mu on=2023-01-01
                AcquireLand parcel=p area=1mu on=2023-01-01
            land.ParcelAmended | PARCEL | AmendParcel parcel=p name=N on=2023-06-01
                AmendParcel parcel=p name=N on=2023-05-01
            land.ParcelSplit | SUPPLIED | SplitParcel parcel=p children=c:140:50:40:60 on=2023-12-01
                RegisterParcel parcel=c area=1mu on=2023-12-01
                AcquireLand parcel=p area=50mu on=2023-12-01
            land.LandAcquired | ACQUIRED | AcquireLand parcel=p area=50mu existing=50mu on=2023-02-01
                AcquireLand parcel=p area=50mu on=2023-02-01
                ServiceLand parcel=p area=151mu on=2023-02-01
            land.LandConverted | READY | ConvertLand parcel=p area=20mu quotaZone=z quotaYear=2023 on=2023-03-01 doc=2
                LapseQuota year=2023 area=30mu on=2023-12-31 doc=9
            land.LandServiced | READY | ServiceLand parcel=p area=20mu on=2023-03-01
                ServiceLand parcel=p area=50mu on=2023-03-01
            land.ParcelResurveyed | ACQUIRED | ResurveyParcel parcel=p area=100mu on=2023-06-01
                AcquireLand parcel=p area=50mu on=2023-06-01
                ResurveyParcel parcel=p area=190mu on=2023-05-01
            supply.LandSupplied | LAND_AND_PROJECT | SupplyLand parcel=p project=a supply=s area=60mu price=6000000CNY on=2023-06-01
                SupplyLand parcel=p project=a supply=s area=60mu price=6000000CNY on=2023-06-01
                WithdrawProject project=a on=2023-07-01
                RescindSupply supply=s on=2023-07-01
                ReportStart project=a on=2023-07-01
                ResurveyParcel parcel=p area=10mu on=2023-12-01
            supply.SupplyRescinded | SUPPLIED | RescindSupply supply=s priceReduction=6000000CNY on=2023-09-01
                RescindSupply supply=s priceReduction=1CNY on=2023-09-01
                WithdrawProject project=a on=2023-10-01
                SupplyLand parcel=p project=a supply=t area=60mu price=6000000CNY on=2023-06-01
            opening.OpeningStockRecorded | PARCEL | RecordOpeningStock parcel=p acquired=200mu on=2023-06-01
                AcquireLand parcel=p area=1mu on=2023-05-01
                RecordOpeningStock parcel=p acquired=1mu on=2023-06-01
                ServiceLand parcel=p area=1mu on=2023-06-01
            opening.OpeningProjectRecorded | ZONES | RecordOpeningProject project=a on=2023-06-01
                IntroduceProject project=a on=2023-04-01
                RecordInvestment project=a amount=1CNY on=2023-07-01
            opening.OpeningQuotaRecorded | ZONES | RecordOpeningQuota year=2023 available=1mu used=0mu on=2023-06-01
                GrantQuota year=2023 area=1mu on=2023-05-01 doc=1
                LapseQuota year=2023 area=1mu on=2023-06-01 doc=1
            project.ProjectIntroduced | READY | IntroduceProject project=a on=2023-04-01 landNeed=1mu
                IntroduceProject project=a on=2023-04-01
                SupplyLand parcel=p project=a supply=s area=60mu price=6000000CNY on=2023-06-01
            project.ProjectAmended | LAND_AND_PROJECT | AmendProject project=a landNeed=1mu on=2023-06-01
                SupplyLand parcel=p project=a supply=s area=60mu price=6000000CNY on=2023-06-01
                AmendProject project=a name=N on=2023-05-01
            project.InvestmentPlanRevised | PROJECT | RevisePlannedInvestment project=a plannedInvestment=5CNY on=2023-06-01
                RevisePlannedInvestment project=a plannedInvestment=5CNY on=2023-06-01
                RevisePlannedInvestment project=a plannedInvestment=5USD on=2023-05-01
            project.InvestmentRecorded | PROJECT | RecordInvestment project=a amount=5USD on=2023-06-01
                RevisePlannedInvestment project=a plannedInvestment=5CNY on=2023-06-01
            project.ConstructionStarted | PERMITTED | StartConstruction project=a on=2023-07-01
                StartConstruction project=a on=2023-07-01
                CompleteConstruction project=a on=2023-07-02
            project.MilestoneReached | PROJECT | ReachMilestone project=a on=2023-06-01
                WithdrawProject project=a on=2023-05-01
            project.ConstructionCompleted | BUILDING | CompleteConstruction project=a on=2023-08-01
                CompleteConstruction project=a on=2023-08-01
                StartProduction project=a on=2023-09-01
            project.ProductionStarted | COMPLETED | StartProduction project=a on=2023-09-01
                StartProduction project=a on=2023-09-01
            project.ProjectWithdrawn | PROJECT | WithdrawProject project=a on=2023-06-01
                ReachMilestone project=a on=2023-06-01
                WithdrawProject project=a on=2023-05-01
            enterprise.EnterpriseRegistered | ZONES | RegisterEnterprise enterprise=e on=2023-01-01
                RegisterEnterprise enterprise=e on=2023-01-01
                IntroduceProject project=a on=2023-04-01 enterprise=e
                QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-02-01
            enterprise.EnterpriseQualified | REGISTERED | QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-02-01
                QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-01-15
                LapseQualification enterprise=e qualification=HIGH_TECH on=2023-03-01
            enterprise.EnterpriseQualificationLapsed | QUALIFIED | LapseQualification enterprise=e qualification=HIGH_TECH on=2023-03-01
                LapseQualification enterprise=e qualification=HIGH_TECH on=2023-02-15
                QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-02-15
            permit.PowerDelegated | SUPPLIED+FILED | DelegatePowers powers=w:Filing:PROJECT_FILING on=2023-05-01 doc=1
                DelegatePowers powers=w:Filing:PROJECT_FILING on=2023-04-01 doc=1
                GrantPermit project=a permit=f power=w on=2023-07-01
                WithdrawPower power=w on=2023-07-01 doc=1
            permit.PowerWithdrawn | SUPPLIED+FILED+POWER | WithdrawPower power=w on=2023-06-30 doc=1
                GrantPermit project=a permit=f power=w on=2023-07-01
                WithdrawPower power=w on=2023-06-15 doc=1
                DelegatePowers powers=w on=2023-06-15 doc=1
            permit.PermitApplied | SUPPLIED | ApplyForPermit project=a permit=f kind=PROJECT_FILING on=2023-06-15
                ApplyForPermit project=a permit=f kind=OTHER on=2023-06-10
                GrantPermit project=a permit=f authority=city on=2023-06-10
                RefusePermit project=a permit=f on=2023-07-01
            permit.PermitGranted | PERMITTED+PLANNED_ANEW | GrantPermit project=a permit=a5 authority=city on=2023-07-01
                GrantPermit project=a permit=a5 authority=city on=2023-06-25
                RevokePermit project=a permit=a5 on=2023-07-02
                RefusePermit project=a permit=a5 on=2023-07-02
            permit.PermitRefused | SUPPLIED+FILED | RefusePermit project=a permit=f on=2023-07-01
                GrantPermit project=a permit=f authority=city on=2023-06-25
                RefusePermit project=a permit=f on=2023-06-25
            permit.PermitRevoked | PERMITTED | RevokePermit project=a permit=a4 on=2023-06-25
                StartConstruction project=a on=2023-07-01
                RevokePermit project=a permit=a4 on=2023-06-21
            service.ServicePlanAgreed | PROJECT | AgreeServicePlan project=a plan=l on=2023-05-01
                AgreeServicePlan project=a plan=l on=2023-04-15
                AddService project=a plan=l service=v on=2023-05-01
            service.ServiceAgreed | PROJECT+PLAN | AddService project=a plan=l service=w on=2023-06-01
                AddService project=a plan=l service=w on=2023-05-15
                DeliverService project=a plan=l service=w on=2023-06-02
            service.ServiceDelivered | PROJECT+PLAN | DeliverService project=a plan=l service=v on=2023-06-01
                DeliverService project=a plan=l service=v on=2023-05-15
                AddService project=a plan=l service=v on=2023-06-01
            fund.FundingRecorded | ZONES | RecordFunding amount=5CNY on=2023-06-01
                RecordFunding amount=5CNY on=2023-06-01
            fund.LandPaid | SUPPLIED | RecordLandPayment supply=s amount=6000000CNY on=2023-07-01
                RecordLandPayment supply=s amount=1CNY on=2023-06-15
                RescindSupply supply=s priceReduction=6000000CNY on=2023-09-01
            fund.LandPriceRefunded | SUPPLIED+OVERPAID | RefundLandPrice supply=s amount=6000000CNY on=2023-09-02
                RefundLandPrice supply=s amount=6000000CNY on=2023-09-01
                RefundLandPrice supply=s amount=1CNY on=2023-09-03
            portal.PortalVisitsRecorded | ZONES | RecordPortalVisits visits=7 on=2023-06-01
                RecordPortalVisits visits=7 on=2023-06-01
                RecordPortalVisits visits=8 on=2023-06-01
            """;

    /** No rule looks at them. */
    private static final Set<String> MATTER_NOT = Set.of("project.MilestoneReached", "fund.FundingRecorded");

    /** @param probes commands whose answer depends on the entry */
    record Row(String type, String before, String entry, List<String> probes) {
        @Override
        public String toString() {
            return type;
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            if (line.startsWith(" ")) {
                rows.getLast().probes().add(line);
            } else {
                String[] cells = line.split("\\|", -1);
                rows.add(new Row(cells[0].strip(), Scenario.named(cells[1]), cells[2], new ArrayList<>()));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void itIsDecidedAsIfTheEntryWereNotThere(Row row) {
        boolean matters = MATTER_NOT.contains(row.type());
        for (String probe : row.probes()) {
            Decision without = given(row.before()).when(probe).decision();
            Answer reversed =
                    given(row.before()).and(row.entry()).reversing(row.type()).when(probe);
            assertThat(reversed.decision()).as(probe).isEqualTo(without);
            Invariants.hold(reversed.history().all());
            matters |=
                    !given(row.before()).and(row.entry()).when(probe).decision().equals(without);
        }
        assertThat(matters).as("the entry changes an answer").isTrue();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nothingIsLeftOfTheEntryAlsoWhenTheReversalHasAnotherDate(Row row) {
        var answer = given(row.before())
                .and(row.entry())
                .reversing(row.type(), "2023-12-31")
                .when("AmendZone name=Other on=2023-12-31");
        Invariants.reversalsCancelWhatTheyTakeBack(answer.history().all());
        assertThat(answer.decision()).isInstanceOf(Accepted.class);
    }

    @Test
    void everyReversibleEventTypeHasARow() {
        Set<String> reversible = EventTypes.byName().keySet().stream()
                .filter(type -> SampleEvents.full(type).reversible())
                .collect(Collectors.toSet());
        assertThat(rows()).extracting(Row::type).containsExactlyInAnyOrderElementsOf(reversible);
    }

    @Test
    void aReversalIsReadUnderTheTagsOfItsTarget() {
        var history = given(LAND_AND_PROJECT)
                .and(SUPPLY)
                .reversing("supply.LandSupplied")
                .when("AmendZone name=Other on=2023-12-31")
                .history();
        for (String command : List.of(
                SUPPLY,
                "RescindSupply supply=s on=2023-07-01",
                "WithdrawProject project=a on=2023-07-01",
                "ResurveyParcel parcel=p area=10mu on=2023-12-01")) {
            assertThat(history.within(Decisions.boundary(CommandLine.parse(command)))
                            .all())
                    .as(command)
                    .anyMatch(fact -> fact.event() instanceof EntryReversed);
        }
    }
}
