package org.nestledger.core.permit;

import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.FILED;
import static org.nestledger.core.testing.Scenario.PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLIED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.permit.PermitEvent.PermitApplied;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRefused;
import org.nestledger.core.permit.PermitEvent.PermitRevoked;
import org.nestledger.core.testing.DeciderSpec;

class PermitsFollowTheirApplicationTest {

    private static final LocalDate APPLIED_ON = LocalDate.of(2023, 6, 15);
    private static final LocalDate GRANTED_ON = LocalDate.of(2023, 7, 1);
    private static final String APPLIED = PROJECT + FILED + "\n";
    private static final String GRANT = "GrantPermit project=a permit=f authority=city on=2023-07-01";
    private static final String REFUSE = "RefusePermit project=a permit=f on=2023-07-01";
    private static final String REVOKE = "RevokePermit project=a permit=f on=2023-08-01";

    @Test
    void anApplicationIsOfAKind() {
        given(PROJECT)
                .when(FILED)
                .then(new PermitApplied("z", "a", "f", PermitKind.PROJECT_FILING, APPLIED_ON, List.of()))
                .thenMoved("APPLY permit:none a -> permit:applied a: 1 count");
    }

    @Test
    void aGrantRemembersWhatWasAppliedForAndWhen() {
        given(APPLIED)
                .when(GRANT + " certificate=C-1")
                .then(new PermitGranted(
                        "z",
                        "a",
                        "f",
                        PermitKind.PROJECT_FILING,
                        "C-1",
                        null,
                        null,
                        "city",
                        APPLIED_ON,
                        GRANTED_ON,
                        List.of()))
                .thenMoved("GRANT permit:applied a -> permit:granted a: 1 count");
    }

    @Test
    void aRefusalRemembersWhatWasAppliedForAndWhen() {
        given(APPLIED)
                .when(REFUSE + " reason=incomplete")
                .then(new PermitRefused(
                        "z", "a", "f", PermitKind.PROJECT_FILING, "incomplete", APPLIED_ON, GRANTED_ON, List.of()))
                .thenMoved("REFUSE permit:applied a -> permit:refused a: 1 count");
    }

    @Test
    void aRevocationRemembersTheGrant() {
        given(APPLIED)
                .and(GRANT)
                .when(REVOKE + " reason=expired")
                .then(new PermitRevoked(
                        "z",
                        "a",
                        "f",
                        PermitKind.PROJECT_FILING,
                        "expired",
                        GRANTED_ON,
                        LocalDate.of(2023, 8, 1),
                        List.of()))
                .thenMoved("REVOKE permit:granted a -> permit:revoked a: 1 count");
    }

    @Test
    void whatWasNotAppliedForIsNotDecided() {
        for (String step : List.of(GRANT, REFUSE, REVOKE)) {
            given(PROJECT).when(step).thenRejected(RefusalCode.UNKNOWN_PERMIT);
        }
    }

    @Test
    void eachApplicationIsDecidedOnce() {
        DeciderSpec granted = given(APPLIED).and(GRANT);
        granted.when(GRANT).thenRejected(RefusalCode.WRONG_STATUS);
        granted.when(REFUSE).thenRejected(RefusalCode.WRONG_STATUS);
        DeciderSpec refused = given(APPLIED).and(REFUSE);
        refused.when(GRANT).thenRejected(RefusalCode.WRONG_STATUS);
        refused.when(REFUSE).thenRejected(RefusalCode.WRONG_STATUS);
        refused.when(REVOKE).thenRejected(RefusalCode.WRONG_STATUS);
        granted.and(REVOKE).when(REVOKE).thenRejected(RefusalCode.WRONG_STATUS);
        given(APPLIED).when(REVOKE).thenRejected(RefusalCode.WRONG_STATUS);
    }

    @Test
    void afterARefusalThereIsANewApplication() {
        DeciderSpec refused = given(APPLIED).and(REFUSE);
        refused.when(FILED).thenRejected(RefusalCode.ID_TAKEN);
        refused.and(FILED.replace("permit=f", "permit=g").replace("06-15", "07-02"))
                .when("GrantPermit project=a permit=g authority=city on=2023-07-03")
                .thenRecorded("permit.PermitGranted");
    }

    @Test
    void eachStepIsOnOrAfterTheDayOfTheOneBefore() {
        given(APPLIED).when(GRANT.replace("07-01", "06-14")).thenRejected(RefusalCode.BEFORE_APPLICATION);
        given(APPLIED).when(REFUSE.replace("07-01", "06-14")).thenRejected(RefusalCode.BEFORE_APPLICATION);
        given(APPLIED).when(GRANT.replace("07-01", "06-15")).thenRecorded("permit.PermitGranted");
        given(APPLIED).when(REFUSE.replace("07-01", "06-15")).thenRecorded("permit.PermitRefused");
        DeciderSpec granted = given(APPLIED).and(GRANT);
        granted.when(REVOKE.replace("08-01", "06-30")).thenRejected(RefusalCode.BEFORE_APPLICATION);
        granted.when(REVOKE.replace("08-01", "07-01")).thenRecorded("permit.PermitRevoked");
    }

    @Test
    void anApplicationWhoseGrantIsReversedIsDecidedAnew() {
        given(APPLIED)
                .and(GRANT, "ReverseEntry position=8")
                .when(REFUSE.replace("07-01", "06-20"))
                .thenRecorded("permit.PermitRefused");
    }

    @Test
    void anApplicationIsOfOneProject() {
        given(APPLIED)
                .and("IntroduceProject project=b on=2023-04-01")
                .when(GRANT.replace("project=a", "project=b"))
                .thenRejected(RefusalCode.WRONG_PROJECT);
        given(APPLIED)
                .and("IntroduceProject project=b on=2023-04-01")
                .when(FILED.replace("project=a", "project=b"))
                .thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void aProjectMayHaveSeveralOfAKind() {
        given(SUPPLIED)
                .and("ApplyForPermit project=a permit=r1 kind=REAL_ESTATE on=2023-06-15")
                .and("ApplyForPermit project=a permit=r2 kind=REAL_ESTATE on=2023-06-15")
                .and("GrantPermit project=a permit=r1 authority=city on=2023-06-16")
                .when("GrantPermit project=a permit=r2 authority=city on=2023-06-16")
                .thenRecorded("permit.PermitGranted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApplyForPermit kind=OTHER", "GrantPermit authority=city", "RefusePermit", "RevokePermit"})
    void everyStepIsDatedInOpenBooksOfAProjectThatGoesOn(String command) {
        String step = command + " permit=f";
        given(APPLIED).when(step + " project=x on=2023-07-01").thenRejected(RefusalCode.UNKNOWN_PROJECT);
        given(APPLIED).when(step + " project=a zone=peer on=2023-07-01").thenRejected(RefusalCode.WRONG_ZONE);
        given(APPLIED).when(step + " project=a on=2023-03-31").thenRejected(RefusalCode.BEFORE_INTRODUCTION);
        given(APPLIED).when(step + " project=a on=2024-01-06").thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(APPLIED)
                .and("ClosePeriod zone=province through=2023-07-01 doc=1")
                .when(step + " project=a on=2023-07-01")
                .thenRejected(RefusalCode.PERIOD_CLOSED);
        given(APPLIED)
                .and("WithdrawProject project=a on=2023-06-20")
                .when(step + " project=a on=2023-07-01")
                .thenRejected(RefusalCode.PROJECT_WITHDRAWN);
    }
}
