package org.nestledger.core.land;

import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ACQUIRED;

import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.DeciderSpec;

class ConversionUsesQuotaTest {

    private static final String CONVERT =
            "ConvertLand parcel=p area=10mu quotaZone=z quotaYear=2023 on=2023-03-01 doc=2";
    private static final String GRANTED = ACQUIRED + """
            GrantQuota zone=province year=2023 area=100mu on=2023-01-10 doc=1
            AllocateQuota zone=province toZone=city year=2023 area=60mu on=2023-01-10 doc=1
            AllocateQuota zone=city toZone=z year=2023 area=30mu on=2023-01-10 doc=1
            AllocateQuota zone=city toZone=peer year=2023 area=20mu on=2023-01-10 doc=1
            AllocateQuota zone=z toZone=sub year=2023 area=15mu on=2023-01-10 doc=1
            """;

    @Test
    void itTakesQuotaOfTheParcelsZone() {
        given(GRANTED)
                .when(CONVERT)
                .thenMoved(
                        "CONVERT construction:none p -> construction:ready p: 10 mu",
                        "QUOTA_USE quota:available z/2023 -> quota:used z/2023: 10 mu");
    }

    @Test
    void itTakesQuotaOfAnyAncestor() {
        DeciderSpec spec = given(GRANTED);
        spec.when(CONVERT.replace("quotaZone=z", "quotaZone=city")).thenRecorded("land.LandConverted");
        spec.when(CONVERT.replace("quotaZone=z", "quotaZone=province"))
                .thenMoved(
                        "CONVERT construction:none p -> construction:ready p: 10 mu",
                        "QUOTA_USE quota:available province/2023 -> quota:used province/2023: 10 mu");
    }

    @Test
    void itTakesNoQuotaOfADescendantOrAStranger() {
        DeciderSpec spec = given(GRANTED);
        spec.when(CONVERT.replace("quotaZone=z", "quotaZone=sub")).thenRejected(RefusalCode.WRONG_ZONE);
        spec.when(CONVERT.replace("quotaZone=z", "quotaZone=peer")).thenRejected(RefusalCode.WRONG_ZONE);
        spec.when(CONVERT.replace("quotaZone=z", "quotaZone=x")).thenRejected(RefusalCode.UNKNOWN_ZONE);
    }

    @Test
    void itTakesNoMoreThanIsAvailable() {
        DeciderSpec spec = given(GRANTED);
        spec.when(CONVERT.replace("10mu", "15.1mu")).thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        spec.when(CONVERT.replace("quotaYear=2023", "quotaYear=2022")).thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        spec.when(CONVERT.replace("2023-03-01", "2023-01-09")).thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        spec.when(CONVERT).thenRecorded("land.LandConverted");
        spec.when(CONVERT).thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
    }

    @Test
    void itReadsBothBooks() {
        DeciderSpec spec = given("""
                DesignateZone zone=city kind=CITY on=2010-01-01
                DesignateZone zone=z parent=city kind=ZONE on=2020-01-01
                RegisterParcel parcel=p area=200mu on=2023-01-01
                GrantQuota zone=city year=2023 area=100mu on=2023-01-10 doc=1
                ClosePeriod zone=city through=2023-03-31 doc=2
                """);
        spec.when(CONVERT.replace("quotaZone=z", "quotaZone=city")).thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void itIsNotDatedBeforeTheOpeningOfTheQuota() {
        given(ACQUIRED)
                .and("RecordOpeningQuota year=2023 available=50mu used=5mu on=2023-03-02")
                .when(CONVERT)
                .thenRejected(RefusalCode.BEFORE_OPENING);
    }

    @Test
    void itStatesAPaperAndAPlausibleYear() {
        DeciderSpec spec = given(GRANTED);
        spec.when(CONVERT.replace(" doc=2", "")).thenRejected(RefusalCode.DOCUMENT_REQUIRED);
        spec.when(CONVERT.replace("quotaYear=2023", "quotaYear=20230")).thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void itNeedsNoAcquisition() {
        given(GRANTED)
                .and("RegisterParcel parcel=q area=20mu on=2023-01-01")
                .when(CONVERT.replace("parcel=p", "parcel=q"))
                .thenRecorded("land.LandConverted");
    }
}
