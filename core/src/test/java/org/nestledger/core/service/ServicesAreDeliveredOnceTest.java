package org.nestledger.core.service;

import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.PROJECT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.service.ServiceEvent.ServiceAgreed;
import org.nestledger.core.service.ServiceEvent.ServiceDelivered;
import org.nestledger.core.service.ServiceEvent.ServicePlanAgreed;
import org.nestledger.core.testing.DeciderSpec;

class ServicesAreDeliveredOnceTest {

    private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
    private static final LocalDate DUE = LocalDate.of(2023, 9, 30);
    private static final String AGREE =
            "AgreeServicePlan project=a plan=l name=Plan services=v:Road:2023-09-30,w:Water on=2023-05-01";
    private static final String AGREED = PROJECT + AGREE + "\n";
    private static final String ADD = "AddService project=a plan=l service=x name=Power on=2023-06-01";
    private static final String DELIVER = "DeliverService project=a plan=l service=v on=2023-06-01";

    @Test
    void aPlanIsAgreedTogetherWithItsFirstServices() {
        given(PROJECT)
                .when(AGREE)
                .then(
                        new ServicePlanAgreed("z", "a", "l", "Plan", MAY, List.of()),
                        new ServiceAgreed("z", "a", "l", "v", "Road", DUE, MAY, List.of()),
                        new ServiceAgreed("z", "a", "l", "w", "Water", null, MAY, List.of()))
                .thenMoved(
                        "AGREE service:none a -> service:agreed a: 1 count",
                        "AGREE service:none a -> service:agreed a: 1 count");
    }

    @Test
    void orWithNoneYet() {
        given(PROJECT)
                .when("AgreeServicePlan project=a plan=l on=2023-05-01")
                .thenRecorded("service.ServicePlanAgreed")
                .thenMoved();
    }

    @Test
    void moreAreAddedLater() {
        given(AGREED)
                .when(ADD + " dueOn=2023-09-30")
                .then(new ServiceAgreed("z", "a", "l", "x", "Power", DUE, JUNE, List.of()))
                .thenMoved("AGREE service:none a -> service:agreed a: 1 count");
    }

    @Test
    void aDeliveryRemembersWhatWasDue() {
        given(AGREED)
                .when(DELIVER + " result=open")
                .then(new ServiceDelivered("z", "a", "l", "v", DUE, "open", JUNE, List.of()))
                .thenMoved("DELIVER service:agreed a -> service:delivered a: 1 count");
        given(AGREED)
                .when(DELIVER.replace("service=v", "service=w"))
                .then(new ServiceDelivered("z", "a", "l", "w", null, null, JUNE, List.of()));
    }

    @Test
    void aServiceIsDeliveredOnce() {
        DeciderSpec spec = given(AGREED).and(DELIVER);
        spec.when(DELIVER).thenRejected(RefusalCode.ALREADY_DELIVERED);
        spec.when(DELIVER.replace("06-01", "07-01")).thenRejected(RefusalCode.ALREADY_DELIVERED);
        spec.and("ReverseEntry position=10");
        spec.when(DELIVER.replace("06-01", "05-15")).thenRecorded("service.ServiceDelivered");
    }

    @Test
    void lateOrDueInThePastIsRecordedAsItIs() {
        given(AGREED).when(DELIVER.replace("06-01", "12-01")).thenRecorded("service.ServiceDelivered");
        given(AGREED).when(ADD + " dueOn=2023-01-01").thenRecorded("service.ServiceAgreed");
    }

    @Test
    void idsOfPlansAndOfServicesWithinAPlanAreTakenOnce() {
        given(AGREED).when(AGREE).thenRejected(RefusalCode.ID_TAKEN);
        given(AGREED).when(ADD.replace("service=x", "service=v")).thenRejected(RefusalCode.ID_TAKEN);
        given(AGREED)
                .and("AgreeServicePlan project=a plan=m on=2023-05-01")
                .when("AddService project=a plan=m service=v on=2023-06-01")
                .thenRecorded("service.ServiceAgreed");
        given(PROJECT)
                .when("AgreeServicePlan project=a plan=l services=v,v on=2023-05-01")
                .thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void onlyWhatIsAgreedIsDelivered() {
        given(PROJECT).when(DELIVER).thenRejected(RefusalCode.UNKNOWN_PLAN);
        given(PROJECT).when(ADD).thenRejected(RefusalCode.UNKNOWN_PLAN);
        given(AGREED).when(DELIVER.replace("service=v", "service=x")).thenRejected(RefusalCode.UNKNOWN_SERVICE);
    }

    @Test
    void nothingIsDatedBeforeItsAgreement() {
        given(AGREED).when(ADD.replace("06-01", "04-30")).thenRejected(RefusalCode.BEFORE_AGREEMENT);
        given(AGREED).when(DELIVER.replace("06-01", "04-30")).thenRejected(RefusalCode.BEFORE_AGREEMENT);
        given(AGREED).when(DELIVER.replace("06-01", "05-01")).thenRecorded("service.ServiceDelivered");
        DeciderSpec added = given(AGREED).and(ADD);
        added.when("DeliverService project=a plan=l service=x on=2023-05-31")
                .thenRejected(RefusalCode.BEFORE_AGREEMENT);
        added.when("DeliverService project=a plan=l service=x on=2023-06-01").thenRecorded("service.ServiceDelivered");
    }

    @Test
    void aPlanIsForOneProject() {
        DeciderSpec spec = given(AGREED).and("IntroduceProject project=b on=2023-04-01");
        spec.when(ADD.replace("project=a", "project=b")).thenRejected(RefusalCode.WRONG_PROJECT);
        spec.when(DELIVER.replace("project=a", "project=b")).thenRejected(RefusalCode.WRONG_PROJECT);
        spec.when(AGREE.replace("project=a", "project=b")).thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void aPlanIsReversedOnceItsServicesAre() {
        DeciderSpec spec = given(PROJECT).and("AgreeServicePlan project=a plan=l services=v on=2023-05-01", DELIVER);
        spec.when("ReverseEntry position=7").thenRejected(RefusalCode.ENTRY_IS_NEEDED);
        spec.when("ReverseEntry position=8").thenRejected(RefusalCode.LATER_ENTRY_STANDS);
        spec.and("ReverseEntry position=9", "ReverseEntry position=8", "ReverseEntry position=7");
        spec.when(DELIVER).thenRejected(RefusalCode.UNKNOWN_PLAN);
        spec.when(AGREE).thenRecorded("service.ServicePlanAgreed", "service.ServiceAgreed", "service.ServiceAgreed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AgreeServicePlan plan=m", "AddService plan=l service=x", "DeliverService plan=l service=v"})
    void everyStepIsDatedInOpenBooksOfAProjectThatGoesOn(String step) {
        given(AGREED).when(step + " project=x on=2023-07-01").thenRejected(RefusalCode.UNKNOWN_PROJECT);
        given(AGREED).when(step + " project=a zone=peer on=2023-07-01").thenRejected(RefusalCode.WRONG_ZONE);
        given(AGREED).when(step + " project=a on=2023-03-31").thenRejected(RefusalCode.BEFORE_INTRODUCTION);
        given(AGREED).when(step + " project=a on=2024-01-06").thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(AGREED)
                .and("ClosePeriod zone=city through=2023-07-01 doc=1")
                .when(step + " project=a on=2023-07-01")
                .thenRejected(RefusalCode.PERIOD_CLOSED);
        given(AGREED)
                .and("WithdrawProject project=a on=2023-06-20")
                .when(step + " project=a on=2023-07-01")
                .thenRejected(RefusalCode.PROJECT_WITHDRAWN);
    }
}
