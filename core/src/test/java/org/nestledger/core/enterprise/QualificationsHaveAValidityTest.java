package org.nestledger.core.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualificationLapsed;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualified;
import org.nestledger.core.testing.DeciderSpec;

class QualificationsHaveAValidityTest {

    private static final String REGISTERED = ZONES + "RegisterEnterprise enterprise=91440000 on=2022-01-01\n";
    private static final String QUALIFY =
            "QualifyEnterprise enterprise=91440000 qualification=HIGH_TECH validUntil=2025-12-31 on=2023-01-01";
    private static final String LAPSE = "LapseQualification enterprise=91440000 qualification=HIGH_TECH on=2023-06-01";
    private static final QualificationPeriod FIRST =
            new QualificationPeriod("GR-1", LocalDate.of(2023, 1, 1), LocalDate.of(2025, 12, 31));

    @Test
    void anEnterpriseIsRegisteredOnce() {
        given(REGISTERED)
                .when("RegisterEnterprise zone=peer enterprise=91440000 on=2022-01-01")
                .thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void onlyARegisteredEnterpriseIsRecognised() {
        given(ZONES).when(QUALIFY).thenRejected(RefusalCode.UNKNOWN_ENTERPRISE);
        given(ZONES).when(LAPSE).thenRejected(RefusalCode.UNKNOWN_ENTERPRISE);
    }

    @Test
    void theFirstRecognitionFollowsNone() {
        given(REGISTERED)
                .when(QUALIFY)
                .thenRecorded(
                        EnterpriseQualified.class,
                        event -> assertThat(event.previous()).isNull());
    }

    @Test
    void anyCommitteeMayRecogniseAnEnterprise() {
        given(REGISTERED).when(QUALIFY + " zone=peer").thenRecorded("enterprise.EnterpriseQualified");
    }

    @Test
    void aRenewalCarriesThePeriodBefore() {
        given(REGISTERED)
                .and(QUALIFY)
                .when(QUALIFY.replace("on=2023-01-01", "certificate=GR-2 on=2023-12-01"))
                .thenRecorded(
                        EnterpriseQualified.class,
                        event -> assertThat(event.previous()).isEqualTo(FIRST));
    }

    @Test
    void aRecognitionIsNotReplacedBeforeTheLatestEntryOfItsKind() {
        DeciderSpec spec = given(REGISTERED).and(QUALIFY);
        String before = QUALIFY.replace("on=2023-01-01", "on=2022-12-31");
        spec.when(before).thenRejected(RefusalCode.NOT_LATEST);
        spec.when(before.replace("HIGH_TECH", "SPECIALISED_AND_NEW")).thenRecorded("enterprise.EnterpriseQualified");
        spec.and(LAPSE).when(QUALIFY.replace("on=2023-01-01", "on=2023-05-31")).thenRejected(RefusalCode.NOT_LATEST);
        spec.when(LAPSE.replace("2023-06-01", "2023-05-31")).thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void itsLastDayIsNotBeforeItsFirst() {
        given(REGISTERED).when(QUALIFY.replace("2025-12-31", "2022-12-31")).thenRejected(RefusalCode.INVALID_FIELD);
        given(REGISTERED)
                .when(QUALIFY.replace("2025-12-31", "2023-01-01"))
                .thenRecorded("enterprise.EnterpriseQualified");
    }

    @Test
    void aLapseIsTheFirstDayWithoutIt() {
        DeciderSpec spec = given(REGISTERED).and(QUALIFY);
        spec.when(LAPSE)
                .thenRecorded(
                        EnterpriseQualificationLapsed.class,
                        event -> assertThat(event.previous()).isEqualTo(FIRST));
        spec.when(QUALIFY.replace("on=2023-01-01", "on=2023-07-01"))
                .thenRecorded(
                        EnterpriseQualified.class,
                        event -> assertThat(event.previous())
                                .isEqualTo(new QualificationPeriod(
                                        "GR-1", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 5, 31))));
    }

    @Test
    void nothingLapsesThatIsNotValid() {
        given(REGISTERED).when(LAPSE).thenRejected(RefusalCode.NOT_QUALIFIED);
        DeciderSpec spec = given(REGISTERED).and(QUALIFY.replace("2025-12-31", "2023-05-31"));
        spec.when(LAPSE).thenRejected(RefusalCode.NOT_QUALIFIED);
        spec.when(LAPSE.replace("HIGH_TECH", "SPECIALISED_AND_NEW")).thenRejected(RefusalCode.NOT_QUALIFIED);
        DeciderSpec twice = given(REGISTERED).and(QUALIFY, LAPSE);
        twice.when(LAPSE).thenRejected(RefusalCode.NOT_QUALIFIED);
    }

    @Test
    void withoutALastDayItStaysValid() {
        given(REGISTERED)
                .and(QUALIFY.replace("validUntil=2025-12-31", ""))
                .when(LAPSE.replace("2023-06-01", "2024-01-05"))
                .thenRecorded("enterprise.EnterpriseQualificationLapsed");
    }

    @Test
    void itIsDatedInOpenBooks() {
        given(REGISTERED)
                .when(QUALIFY.replace("on=2023-01-01", "on=2024-01-06"))
                .thenRejected(RefusalCode.DATE_IN_FUTURE);
        given(REGISTERED)
                .and("ClosePeriod through=2023-01-01 doc=1")
                .when(QUALIFY)
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }
}
