package org.nestledger.core.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.testing.DeciderSpec;

/** What other zones may say of an enterprise that is in the books of zone {@code z}. */
class AnEnterpriseIsOfTheZoneThatRegisteredItTest {

    private static final String REGISTERED = ZONES + "RegisterEnterprise enterprise=e on=2022-01-01\n";
    private static final String QUALIFY = "QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-01-01";
    private static final String LAPSE = "LapseQualification enterprise=e qualification=HIGH_TECH on=2023-06-01";
    private static final String CLOSED = "ClosePeriod through=2023-06-30 doc=1";

    @Test
    void nobodyRecognisesItWithinItsClosedPeriod() {
        DeciderSpec spec = given(REGISTERED).and(CLOSED);
        assertThat(spec.when(QUALIFY + " zone=peer")
                        .thenRejected(RefusalCode.PERIOD_CLOSED)
                        .figures())
                .containsEntry("closedThrough", "2023-06-30");
        spec.when(QUALIFY.replace("2023-01-01", "2023-07-01") + " zone=peer")
                .thenRecorded("enterprise.EnterpriseQualified");
    }

    @Test
    void norEndsARecognitionThere() {
        DeciderSpec spec = given(REGISTERED).and(QUALIFY + " zone=peer", CLOSED);
        spec.when(LAPSE + " zone=peer").thenRejected(RefusalCode.PERIOD_CLOSED);
        spec.when(LAPSE.replace("2023-06-01", "2023-07-01") + " zone=peer")
                .thenRecorded("enterprise.EnterpriseQualificationLapsed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"peer", "sub"})
    void aZoneThatDoesNotHoldItEndsNoRecognitionOfOthers(String zone) {
        given(REGISTERED).and(QUALIFY).when(LAPSE + " zone=" + zone).thenRejected(RefusalCode.WRONG_ZONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "city", "province"})
    void itsZoneAndThoseAboveEndAnyRecognition(String zone) {
        given(REGISTERED)
                .and(QUALIFY + " zone=peer")
                .when(LAPSE + " zone=" + zone)
                .thenRecorded("enterprise.EnterpriseQualificationLapsed");
    }

    @Test
    void whoeverRecognisedItLastEndsThatRecognition() {
        DeciderSpec spec = given(REGISTERED).and(QUALIFY + " zone=peer");
        spec.when(LAPSE.replace("HIGH_TECH", "SPECIALISED_AND_NEW") + " zone=peer")
                .thenRejected(RefusalCode.WRONG_ZONE);
        given(REGISTERED)
                .and(QUALIFY + " zone=peer")
                .when(LAPSE + " zone=peer")
                .thenRecorded("enterprise.EnterpriseQualificationLapsed");
        given(REGISTERED)
                .and(QUALIFY + " zone=peer", QUALIFY.replace("2023-01-01", "2023-05-01"))
                .when(LAPSE + " zone=peer")
                .thenRejected(RefusalCode.WRONG_ZONE);
    }

    @Test
    void takingARecognitionBackWithinItsClosedPeriodRestatesIt() {
        DeciderSpec spec = given(REGISTERED).and(QUALIFY + " zone=peer", CLOSED);

        assertThat(spec.whenReversed("enterprise.EnterpriseQualified", "2023-06-30")
                        .thenRejected(RefusalCode.PERIOD_CLOSED)
                        .figures())
                .containsEntry("closedThrough", "2023-06-30");
        spec.whenReversed("enterprise.EnterpriseQualified", "2023-08-15").thenRecorded(EntryReversed.class, event -> {
            assertThat(event.zone()).isEqualTo("peer");
            assertThat(event.occurredOn()).isEqualTo("2023-08-15");
            assertThat(event.restates()).isEqualTo("2023-01");
        });
    }

    @Test
    void takingItBackInAnOpenPeriodIsOfTheDayOfTheRecognition() {
        given(REGISTERED)
                .and(QUALIFY + " zone=peer")
                .whenReversed("enterprise.EnterpriseQualified", "2023-08-15")
                .thenRecorded(
                        EntryReversed.class,
                        event -> assertThat(event.occurredOn()).isEqualTo("2023-01-01"));
    }
}
