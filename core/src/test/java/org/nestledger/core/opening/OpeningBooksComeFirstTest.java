package org.nestledger.core.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.ZONES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.testing.DeciderSpec;

class OpeningBooksComeFirstTest {

    private static final String STOCK =
            "RecordOpeningStock parcel=p acquired=30mu serviced=50mu existing=20mu converted=40mu"
                    + " quotaZone=city quotaYear=2022 on=2023-01-15";
    private static final String QUOTA = "RecordOpeningQuota year=2023 available=50mu used=5mu on=2023-01-15";
    private static final String OPENED = ZONES + "RecordOpeningProject project=a on=2023-01-15\n";

    @Test
    void aParcelsStockIsPostedFromItsOpening() {
        given(PARCEL)
                .when(STOCK)
                .thenMoved(
                        "OPENING land:opening p -> land:acquired p: 30 mu",
                        "OPENING land:opening p -> land:serviced p: 50 mu",
                        "OPENING construction:opening p -> construction:ready p: 60 mu",
                        "OPENING quota:opening city/2022 -> quota:used city/2022: 40 mu");
    }

    @Test
    void whatIsAbsentIsZero() {
        given(PARCEL)
                .when("RecordOpeningStock parcel=p serviced=50mu on=2023-01-15")
                .thenMoved("OPENING land:opening p -> land:serviced p: 50 mu");
    }

    @Test
    void aQuotaIsPostedFromItsOpening() {
        given(ZONES)
                .when(QUOTA)
                .thenMoved(
                        "OPENING quota:opening z/2023 -> quota:available z/2023: 50 mu",
                        "OPENING quota:opening z/2023 -> quota:used z/2023: 5 mu");
    }

    @ParameterizedTest
    @CsvSource({"INTRODUCED,introduced", "BUILDING,building", "COMPLETED,completed", "PRODUCING,producing"})
    void aProjectIsPostedToItsStage(String stage, String account) {
        given(ZONES)
                .when("RecordOpeningProject project=a plannedInvestment=1CNY on=2023-01-15 stage=" + stage)
                .thenMoved(
                        "OPENING project:opening a -> project:" + account + " a: 1 count",
                        "OPENING investment:opening a -> investment:planned a: 100 CNY");
    }

    @Test
    void aWithdrawnProjectIsNotOpened() {
        given(ZONES)
                .when("RecordOpeningProject project=a on=2023-01-15 stage=WITHDRAWN")
                .thenRejected(RefusalCode.WRONG_STAGE);
    }

    @Test
    void eachIsOpenedOnce() {
        given(PARCEL).and(STOCK).when(STOCK).thenRejected(RefusalCode.ALREADY_OPENED);
        given(ZONES).and(QUOTA).when(QUOTA).thenRejected(RefusalCode.ALREADY_OPENED);
        given(OPENED).when("RecordOpeningProject project=a on=2023-01-15").thenRejected(RefusalCode.ID_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AcquireLand parcel=p area=1mu",
                "ServiceLand parcel=p area=1mu",
                "ConvertLand parcel=p area=1mu quotaZone=z quotaYear=2023 doc=1",
                "ResurveyParcel parcel=p area=199mu",
                "SplitParcel parcel=p children=c:1:0:0:0",
                "AmendParcel parcel=p name=North",
                "SupplyLand parcel=p project=a supply=s area=1mu"
            })
    void nothingOfAParcelIsDatedBeforeItsOpening(String command) {
        given(PARCEL).and(STOCK).when(command + " on=2023-01-14").thenRejected(RefusalCode.BEFORE_OPENING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GrantQuota year=2023 area=1mu",
                "RevokeQuota year=2023 area=1mu",
                "LapseQuota year=2023 area=1mu",
                "AllocateQuota toZone=sub year=2023 area=1mu"
            })
    void nothingOfAQuotaIsDatedBeforeItsOpening(String command) {
        DeciderSpec spec = given(ZONES).and(QUOTA);
        spec.when(command + " doc=1 on=2023-01-14").thenRejected(RefusalCode.BEFORE_OPENING);
        spec.when(command + " doc=1 on=2023-01-15")
                .thenRecorded("quota."
                        + switch (command.charAt(0)) {
                            case 'G' -> "QuotaGranted";
                            case 'R' -> "QuotaRevoked";
                            case 'L' -> "QuotaLapsed";
                            default -> "QuotaAllocated";
                        });
    }

    @Test
    void noStockUsesQuotaBeforeTheOpeningOfThatQuota() {
        String stock = "RecordOpeningStock parcel=p converted=20mu quotaZone=z quotaYear=2023 on=";
        DeciderSpec spec = given(PARCEL).and(QUOTA);
        assertThat(spec.when(stock + "2023-01-14")
                        .thenRejected(RefusalCode.BEFORE_OPENING)
                        .figures())
                .containsEntry("openedOn", "2023-01-15");
        spec.when(stock + "2023-01-15").thenRecorded("opening.OpeningStockRecorded");
    }

    @Test
    void whatHappenedToItsQuotaBeforeIsNoMatterToTheStock() {
        given(PARCEL)
                .and("GrantQuota year=2023 area=1mu doc=1 on=2023-01-02")
                .when("RecordOpeningStock parcel=p converted=20mu quotaZone=z quotaYear=2023 on=2023-01-15")
                .thenRecorded("opening.OpeningStockRecorded");
    }

    @Test
    void nothingOfAProjectIsDatedBeforeItsOpening() {
        given(OPENED)
                .when("RecordInvestment project=a amount=1CNY on=2023-01-14")
                .thenRejected(RefusalCode.BEFORE_OPENING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AcquireLand parcel=p area=1mu on=2023-01-14",
                "ResurveyParcel parcel=p area=199mu on=2023-01-14",
                "AmendParcel parcel=p name=North on=2023-01-14"
            })
    void aParcelIsNotOpenedAfterSomethingElseHappenedToIt(String command) {
        given(PARCEL).and(command).when(STOCK).thenRejected(RefusalCode.BEFORE_OPENING);
        given(PARCEL).and(command.replace("-14", "-15")).when(STOCK).thenRecorded("opening.OpeningStockRecorded");
    }

    @Test
    void aQuotaIsNotOpenedAfterSomethingElseHappenedToIt() {
        given(ZONES)
                .and("GrantQuota year=2023 area=1mu doc=1 on=2023-01-14")
                .when(QUOTA)
                .thenRejected(RefusalCode.BEFORE_OPENING);
        given(ZONES)
                .and("GrantQuota year=2022 area=1mu doc=1 on=2023-01-14")
                .when(QUOTA)
                .thenRecorded("opening.OpeningQuotaRecorded");
    }

    @Test
    void theStockFitsTheParcel() {
        given(PARCEL)
                .when("RecordOpeningStock parcel=p acquired=100mu serviced=101mu on=2023-01-15")
                .thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
        given(PARCEL)
                .when("RecordOpeningStock parcel=p existing=100mu converted=101mu on=2023-01-15")
                .thenRejected(RefusalCode.READY_EXCEEDS_AREA);
        given(PARCEL)
                .when("RecordOpeningStock parcel=p acquired=1mu on=2022-12-31")
                .thenRejected(RefusalCode.ACQUIRED_EXCEEDS_AREA);
    }

    @Test
    void itsQuotaIsOfItsZoneOrAnAncestorInAPlausibleYear() {
        given(PARCEL).when(STOCK.replace("quotaZone=city", "quotaZone=sub")).thenRejected(RefusalCode.WRONG_ZONE);
        given(PARCEL).when(STOCK.replace("quotaZone=city", "quotaZone=peer")).thenRejected(RefusalCode.WRONG_ZONE);
        given(PARCEL).when(STOCK.replace("quotaZone=city", "")).thenRejected(RefusalCode.MISSING_FIELD);
        given(PARCEL).when(STOCK.replace("quotaYear=2022", "")).thenRejected(RefusalCode.MISSING_FIELD);
        given(PARCEL).when(STOCK.replace("quotaYear=2022", "quotaYear=0")).thenRejected(RefusalCode.INVALID_FIELD);
        given(ZONES).when(QUOTA.replace("year=2023", "year=0")).thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void openedLandIsServicedAndSupplied() {
        DeciderSpec spec = given(PARCEL).and(STOCK, "IntroduceProject project=a on=2023-01-15");
        spec.when("ServiceLand parcel=p area=31mu on=2023-02-01").thenRejected(RefusalCode.NOT_ENOUGH_ACQUIRED);
        spec.when("SupplyLand parcel=p project=a supply=s area=51mu on=2023-02-01")
                .thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
        spec.when("SupplyLand parcel=p project=a supply=s area=50mu on=2023-02-01")
                .thenRecorded("supply.LandSupplied");
    }

    @Test
    void openedQuotaIsUsed() {
        DeciderSpec spec = given(PARCEL).and(QUOTA);
        String convert = "ConvertLand parcel=p quotaZone=z quotaYear=2023 doc=1 on=2023-01-15 area=";
        spec.when(convert + "51mu").thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
        spec.when(convert + "50mu").thenRecorded("land.LandConverted");
    }

    @Test
    void anOpeningProjectMayHaveAnEnterpriseOrAHolder() {
        given(ZONES)
                .when("RecordOpeningProject project=a enterprise=e on=2023-01-15")
                .thenRejected(RefusalCode.UNKNOWN_ENTERPRISE);
        given(ZONES)
                .and("RegisterEnterprise enterprise=e on=2023-01-01")
                .when("RecordOpeningProject project=a enterprise=e on=2023-01-15")
                .thenRecorded(OpeningProjectRecorded.class, event -> {
                    assertThat(event.tags()).containsExactly("project:a", "enterprise:e");
                    assertThat(event.ancestors()).containsExactly("province", "city");
                });
    }

    @Test
    void openingsAreDatedInOpenBooks() {
        given(PARCEL).and("ClosePeriod through=2023-01-15 doc=1").when(STOCK).thenRejected(RefusalCode.PERIOD_CLOSED);
        given(ZONES).when(QUOTA.replace("2023-01-15", "2019-12-31")).thenRejected(RefusalCode.BEFORE_BOOKS);
        given(ZONES).when("RecordOpeningProject project=a on=2024-01-06").thenRejected(RefusalCode.DATE_IN_FUTURE);
    }
}
