package org.nestledger.core.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.READY;
import static org.nestledger.core.testing.Scenario.ZONES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.DeciderSpec;

class QuotaIsNeverOverdrawnTest {

    private static final String GRANT = "GrantQuota year=2023 area=100mu on=2023-01-10 doc=1";

    @Test
    void theProvinceGrantsIt() {
        given(ZONES).when(GRANT).thenMoved("QUOTA_GRANT quota:province z/2023 -> quota:available z/2023: 100 mu");
    }

    @Test
    void aZoneHandsItDown() {
        given(ZONES)
                .and(GRANT)
                .when("AllocateQuota toZone=sub year=2023 area=40mu on=2023-01-10 doc=2")
                .thenMoved("QUOTA_ALLOCATE quota:available z/2023 -> quota:available sub/2023: 40 mu");
    }

    @Test
    void itIsHandedDownOverSeveralGenerations() {
        given(ZONES)
                .and("GrantQuota zone=province year=2023 area=100mu on=2023-01-10 doc=1")
                .when("AllocateQuota zone=province toZone=sub year=2023 area=40mu on=2023-01-10 doc=2")
                .thenRecorded("quota.QuotaAllocated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "peer", "city"})
    void itIsHandedToDescendantsOnly(String stranger) {
        given(ZONES)
                .and(GRANT)
                .when("AllocateQuota toZone=" + stranger + " year=2023 area=40mu on=2023-01-10 doc=2")
                .thenRejected(RefusalCode.WRONG_ZONE);
    }

    @Test
    void itIsHandedToAKnownZone() {
        given(ZONES)
                .and(GRANT)
                .when("AllocateQuota toZone=x year=2023 area=40mu on=2023-01-10 doc=2")
                .thenRejected(RefusalCode.UNKNOWN_ZONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AllocateQuota toZone=sub", "RevokeQuota", "LapseQuota"})
    void noMoreIsTakenThanIsAvailable(String take) {
        DeciderSpec spec = given(ZONES).and(GRANT);
        assertThat(spec.when(take + " year=2023 area=100.000001mu on=2023-02-01 doc=2")
                        .thenRejected(RefusalCode.NOT_ENOUGH_QUOTA)
                        .figures())
                .containsEntry("short", "0.000001 mu")
                .containsEntry("owner", "z/2023");
        spec.when(take + " year=2022 area=1mu on=2023-02-01 doc=2").thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        spec.when(take + " year=2023 area=1mu on=2023-01-09 doc=2").thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        spec.when(take + " year=2023 area=100mu on=2023-02-01 doc=2");
        spec.when(take + " year=2023 area=1mu on=2023-02-01 doc=2").thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
    }

    @Test
    void whatAConversionUsedIsNotAvailable() {
        given(READY)
                .when("RevokeQuota year=2023 area=31mu on=2023-12-01 doc=3")
                .thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        given(READY)
                .when("LapseQuota year=2023 area=30mu on=2023-12-31 doc=3")
                .thenMoved("QUOTA_LAPSE quota:available z/2023 -> quota:province z/2023: 30 mu");
    }

    @Test
    void itIsNotTakenBackBeforeALaterUse() {
        given(READY)
                .when("RevokeQuota year=2023 area=31mu on=2023-01-11 doc=3")
                .thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
    }

    @Test
    void whatWasHandedDownIsAvailableBelow() {
        DeciderSpec spec = given(ZONES).and(GRANT, "AllocateQuota toZone=sub year=2023 area=40mu on=2023-01-10 doc=2");
        spec.when("RevokeQuota zone=sub year=2023 area=41mu on=2023-02-01 doc=3")
                .thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        spec.when("RevokeQuota zone=sub year=2023 area=40mu on=2023-02-01 doc=3")
                .thenRecorded("quota.QuotaRevoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GrantQuota", "AllocateQuota toZone=sub", "RevokeQuota", "LapseQuota"})
    void eachStatesAPaperAnAreaAndAPlausibleYear(String command) {
        DeciderSpec spec = given(ZONES).and(GRANT);
        spec.when(command + " year=2023 area=1mu on=2023-02-01").thenRejected(RefusalCode.DOCUMENT_REQUIRED);
        spec.when(command + " year=2023 area=0mu on=2023-02-01 doc=2").thenRejected(RefusalCode.ZERO_AMOUNT);
        spec.when(command + " year=23 area=1mu on=2023-02-01 doc=2").thenRejected(RefusalCode.INVALID_FIELD);
        spec.when(command + " year=2023 area=1mu on=2019-02-01 doc=2").thenRejected(RefusalCode.BEFORE_BOOKS);
        spec.when(command + " year=2023 area=1mu on=2024-02-01 doc=2").thenRejected(RefusalCode.DATE_IN_FUTURE);
    }

    @Test
    void allocationReadsBothBooks() {
        DeciderSpec spec = given(ZONES).and("GrantQuota year=2023 area=100mu on=2020-06-01 doc=1");
        spec.when("AllocateQuota toZone=sub year=2023 area=1mu on=2020-12-31 doc=2")
                .thenRejected(RefusalCode.BEFORE_BOOKS);
        spec.and("ClosePeriod zone=sub through=2023-06-30 doc=3")
                .when("AllocateQuota toZone=sub year=2023 area=1mu on=2023-06-30 doc=2")
                .thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void allocationReadsBothOpenings() {
        DeciderSpec spec =
                given(ZONES).and(GRANT, "RecordOpeningQuota zone=sub year=2023 available=5mu used=0mu on=2023-02-01");
        spec.when("AllocateQuota toZone=sub year=2023 area=1mu on=2023-01-31 doc=2")
                .thenRejected(RefusalCode.BEFORE_OPENING);
    }
}
