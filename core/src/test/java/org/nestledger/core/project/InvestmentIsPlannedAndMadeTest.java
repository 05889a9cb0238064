package org.nestledger.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.PROJECT;
import static org.nestledger.core.testing.Scenario.READY;
import static org.nestledger.core.testing.Scenario.SUPPLY;
import static org.nestledger.core.testing.Scenario.ZONES;
import static org.nestledger.core.testing.Scenario.introduction;

import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.measure.Money;
import org.nestledger.core.project.ProjectEvent.InvestmentPlanRevised;
import org.nestledger.core.project.ProjectEvent.ProjectAmended;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.core.testing.DeciderSpec;

class InvestmentIsPlannedAndMadeTest {

    private static final String PLANNED = ZONES + introduction("plannedInvestment=100CNY");
    private static final String REVISE = "RevisePlannedInvestment project=a on=2023-06-01 plannedInvestment=";

    @Test
    void anIntroductionPledgesWhatIsPlanned() {
        given(ZONES)
                .when(introduction("plannedInvestment=100CNY"))
                .thenMoved(
                        "INTRODUCE project:outside a -> project:introduced a: 1 count",
                        "PLEDGE investment:source a -> investment:planned a: 10000 CNY");
    }

    @Test
    void thePlanMayBeUnknown() {
        given(ZONES).when(introduction("")).thenMoved("INTRODUCE project:outside a -> project:introduced a: 1 count");
    }

    @Test
    void aProjectIsIntroducedOnce() {
        given(PROJECT)
                .when("IntroduceProject project=a zone=peer on=2023-05-01")
                .thenRejected(RefusalCode.ID_TAKEN);
        given(ZONES)
                .and("RecordOpeningProject project=a on=2022-12-31")
                .when(introduction(""))
                .thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void itsEnterpriseIsRegistered() {
        given(ZONES).when(introduction("enterprise=e")).thenRejected(RefusalCode.UNKNOWN_ENTERPRISE);
        given(ZONES)
                .and("RegisterEnterprise zone=peer enterprise=e on=2023-01-01")
                .when(introduction("enterprise=e"))
                .thenRecorded(ProjectIntroduced.class, event -> {
                    assertThat(event.tags()).containsExactly("project:a", "enterprise:e");
                    assertThat(event.ancestors()).containsExactly("province", "city");
                });
    }

    @Test
    void aRevisionPledgesTheDifference() {
        given(PLANNED)
                .when(REVISE + "150CNY")
                .thenMoved("PLEDGE investment:source a -> investment:planned a: 5000 CNY");
        given(PLANNED)
                .when(REVISE + "70CNY")
                .thenMoved("PLEDGE investment:source a -> investment:planned a: -3000 CNY");
        given(PROJECT).when(REVISE + "70CNY").thenMoved("PLEDGE investment:source a -> investment:planned a: 7000 CNY");
        given(PROJECT).when(REVISE + "0CNY").thenMoved();
    }

    @Test
    void aRevisionCarriesThePlanBefore() {
        given(PLANNED)
                .and(REVISE + "150CNY")
                .when(REVISE + "160CNY")
                .thenRecorded(
                        InvestmentPlanRevised.class,
                        event -> assertThat(event.previousPlannedInvestment()).isEqualTo(Money.yuan("150")));
    }

    @Test
    void aRevisionIsTheLatestAndAChange() {
        DeciderSpec spec = given(PLANNED);
        spec.when(REVISE + "100CNY").thenRejected(RefusalCode.NOTHING_TO_CHANGE);
        spec.and(REVISE + "150CNY")
                .when(REVISE.replace("2023-06-01", "2023-05-31") + "160CNY")
                .thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void aProjectHasOneCurrency() {
        given(PLANNED).when(REVISE + "1USD").thenRejected(RefusalCode.CURRENCY_DIFFERS);
        given(PLANNED)
                .when("RecordInvestment project=a amount=1USD on=2023-06-01")
                .thenRejected(RefusalCode.CURRENCY_DIFFERS);
        given(PROJECT)
                .and("RecordInvestment project=a amount=1USD on=2023-06-01")
                .when(REVISE + "1CNY")
                .thenRejected(RefusalCode.CURRENCY_DIFFERS);
        given(ZONES)
                .and("RecordOpeningProject project=a plannedInvestment=5USD on=2022-12-31")
                .when(REVISE + "1CNY")
                .thenRejected(RefusalCode.CURRENCY_DIFFERS);
    }

    @Test
    void investmentsAreIncrements() {
        DeciderSpec spec = given(PLANNED).and("RecordInvestment project=a amount=500CNY on=2023-06-01");
        spec.when("RecordInvestment project=a amount=1CNY on=2023-05-01")
                .thenMoved("INVEST investment:source a -> investment:made a: 100 CNY");
        spec.when("RecordInvestment project=a amount=0CNY on=2023-05-01").thenRejected(RefusalCode.ZERO_AMOUNT);
    }

    @Test
    void aWithdrawalLeavesThePlan() {
        given(PLANNED)
                .when("WithdrawProject project=a on=2023-06-01")
                .thenMoved("WITHDRAW project:introduced a -> project:withdrawn a: 1 count");
    }

    @Test
    void milestonesMoveNothing() {
        given(PROJECT)
                .when("ReachMilestone project=a milestone=signed on=2023-06-01")
                .thenMoved();
    }

    @Test
    void anAmendmentCarriesTheDescriptionBefore() {
        DeciderSpec spec = given(PROJECT).and("AmendProject project=a industry=glass on=2023-06-01");
        spec.when("AmendProject project=a name=Other landNeed=5mu on=2023-06-01")
                .thenRecorded(ProjectAmended.class, event -> {
                    assertThat(event.previousDetails())
                            .isEqualTo(new ProjectDetails("Name", null, "glass", null, null));
                    assertThat(event.details().industry()).isEqualTo("glass");
                    assertThat(event.details().name()).isEqualTo("Other");
                });
        spec.when("AmendProject project=a origin=abroad on=2023-05-31").thenRejected(RefusalCode.NOT_LATEST);
        spec.when("AmendProject project=a industry=glass on=2023-06-02").thenRejected(RefusalCode.NOTHING_TO_CHANGE);
    }

    @Test
    void theNeedIsNotAmendedBelowWhatIsSupplied() {
        DeciderSpec spec = given(READY + introduction("landNeed=70mu")).and(SUPPLY);
        spec.when("AmendProject project=a landNeed=59mu on=2023-07-01").thenRejected(RefusalCode.NEED_BELOW_SUPPLIED);
        spec.when("AmendProject project=a landNeed=59mu on=2023-05-01").thenRejected(RefusalCode.NEED_BELOW_SUPPLIED);
        spec.and("AmendProject project=a landNeed=60mu on=2023-07-01")
                .when("SupplyLand parcel=p project=a supply=t area=1mu on=2023-07-01")
                .thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED);
    }
}
