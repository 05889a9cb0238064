package org.nestledger.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.supply.TermsWarning;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.DeciderSpec.Answer;

class NoticesAreOneDecisionTest {

    private static final String ZONE = "DesignateZone zone=z on=1900-01-01";
    private static final String NOTICE = "RecordSupplyNotice key=441200A area=2ha contractDate=2023-05-01";

    @Test
    void aNoticeIsParcelOpeningProjectAndSupply() {
        given(ZONE)
                .when(NOTICE)
                .thenRecorded(
                        "land.ParcelRegistered",
                        "opening.OpeningStockRecorded",
                        "opening.OpeningProjectRecorded",
                        "supply.LandSupplied");
    }

    @Test
    void theSupplyCarriesTheNoticeAndItsKeyAsContractNumber() {
        LandSupplied supplied = supplied(given(ZONE).when(NOTICE));
        assertThat(supplied.notice()).isEqualTo(notice(NOTICE));
        assertThat(supplied.terms().contractNumber()).isEqualTo("441200A");
        assertThat(supplied.warnings()).containsExactly(TermsWarning.PRICE_UNKNOWN);
        assertThat(supplied.parcel()).isEqualTo("lc-441200A").isEqualTo(supplied.supply());
        assertThat(supplied.project()).matches("lc-[0-9a-f]{16}");
    }

    @ParameterizedTest
    @CsvSource({"NEW, true", "NEW_FROM_STOCK, true", "EXISTING, false", "UNKNOWN, false"})
    void theWholeAreaIsServicedAndReadyAndOnlyNewLandUsedQuota(String source, boolean usedQuota) {
        String quota = "OPENING quota:opening z/2023 -> quota:used z/2023: 30 mu";
        Answer answer = given(ZONE).when(NOTICE + " landSource=" + source);
        String id = supplied(answer).project();
        String[] movements = {
            "OPENING land:opening lc-441200A -> land:serviced lc-441200A: 30 mu",
            "OPENING construction:opening lc-441200A -> construction:ready lc-441200A: 30 mu",
            quota,
            "OPENING project:opening " + id + " -> project:introduced " + id + ": 1 count",
            "SUPPLY land:serviced lc-441200A -> land:supplied lc-441200A: 30 mu",
            "SUPPLY_READY construction:ready lc-441200A -> construction:supplied lc-441200A: 30 mu"
        };
        answer.thenMoved(Arrays.stream(movements)
                .filter(movement -> usedQuota || !movement.equals(quota))
                .toArray(String[]::new));
    }

    @Test
    void itsProjectIsOpenedWithTheBooksOfItsZoneAndHasNoLimit() {
        Answer answer = given(ZONE).when(NOTICE);
        OpeningProjectRecorded project =
                answer.history().all().standing(OpeningProjectRecorded.class).getFirst();
        assertThat(project.occurredOn()).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(project.landNeed()).isNull();
        assertThat(project.plannedInvestment()).isNull();
        assertThat(project.holder()).isEqualTo("Company");
        assertThat(project.enterprise()).isNull();
    }

    @Test
    void twoNoticesOfTheSameNameAndHolderAreOneProjectInAnyOrder() {
        DeciderSpec spec = given(ZONE).and(NOTICE);
        spec.when(NOTICE.replace("441200A", "441200B").replace("2023-05-01", "2019-05-01"))
                .thenRecorded("land.ParcelRegistered", "opening.OpeningStockRecorded", "supply.LandSupplied");
        spec.when(NOTICE.replace("441200A", "441200C") + " projectName=Ｐｌａｎｔ~ holder=~Company")
                .thenRecorded("land.ParcelRegistered", "opening.OpeningStockRecorded", "supply.LandSupplied");
    }

    @Test
    void anotherHolderIsAnotherProject() {
        given(ZONE)
                .and(NOTICE)
                .when(NOTICE.replace("441200A", "441200B") + " holder=Other")
                .thenRecorded(
                        "land.ParcelRegistered",
                        "opening.OpeningStockRecorded",
                        "opening.OpeningProjectRecorded",
                        "supply.LandSupplied");
    }

    @Test
    void naturalPersonsAreToldApartByTheirNotices() {
        String first = NOTICE + " holder=natural~person naturalPerson=true";
        String second = first.replace("441200A", "441200B");
        Answer answer = given(ZONE).and(first).when(second);
        answer.thenRecorded(
                "land.ParcelRegistered",
                "opening.OpeningStockRecorded",
                "opening.OpeningProjectRecorded",
                "supply.LandSupplied");
        assertThat(NoticeIds.project("z", notice(first))).isNotEqualTo(NoticeIds.project("z", notice(second)));
        assertThat(NoticeIds.project("z", notice(first)))
                .isEqualTo(NoticeIds.project("z", notice(first + " holder=somebody")));
    }

    @Test
    void theIdsAreThoseOfTheSpecification() {
        assertThat(NoticeIds.project("z", notice(NOTICE))).isEqualTo("lc-" + PROJECT_HASH);
        assertThat(NoticeIds.command(notice(NOTICE))).isEqualTo(NoticeIds.command("landchina", "441200A"));
        assertThat(NoticeIds.parcel(notice(NOTICE + " format=other"))).isEqualTo("other-441200A");
    }

    /** First 16 hexadecimal digits of SHA-256("z\nPlant\nCompany"), by sha256sum. */
    private static final String PROJECT_HASH = "52d959289af12064";

    @Test
    void theSameKeyWithOtherContentNamesTheFields() {
        DeciderSpec spec = given(ZONE, "DesignateZone zone=y on=1900-01-01").and(NOTICE);
        assertThat(spec.when(NOTICE.replace("2ha", "3ha") + " price=0CNY")
                        .thenRejected(RefusalCode.NOTICE_DIFFERS)
                        .figures())
                .containsEntry("fields", "area, price");
        assertThat(spec.when(NOTICE + " zone=y")
                        .thenRejected(RefusalCode.NOTICE_DIFFERS)
                        .figures())
                .containsEntry("fields", "zone");
        spec.when(NOTICE).thenRejected(RefusalCode.NOTICE_DIFFERS);
    }

    @Test
    void aParcelThatWasRegisteredOtherwiseIsNotTaken() {
        given(ZONE)
                .and("RegisterParcel parcel=lc-441200A area=1mu on=2023-01-01")
                .when(NOTICE)
                .thenRejected(RefusalCode.ID_TAKEN);
    }

    @Test
    void itIsDatedInTheBooksOfAKnownZone() {
        given(ZONE).when(NOTICE + " zone=x").thenRejected(RefusalCode.UNKNOWN_ZONE);
        given(ZONE).when(NOTICE.replace("2023-05-01", "2024-01-06")).thenRejected(RefusalCode.DATE_IN_FUTURE);
        given("DesignateZone zone=z on=2023-05-02").when(NOTICE).thenRejected(RefusalCode.BEFORE_BOOKS);
        given(ZONE).and("ClosePeriod through=2023-05-01 doc=1").when(NOTICE).thenRejected(RefusalCode.PERIOD_CLOSED);
    }

    @Test
    void aWithdrawnProjectGetsNoMoreLand() {
        String id = NoticeIds.project("z", notice(NOTICE));
        given(ZONE)
                .and(
                        NOTICE,
                        "RescindSupply supply=lc-441200A on=2023-06-01",
                        "WithdrawProject on=2023-06-01 project=" + id)
                .when(NOTICE.replace("441200A", "441200B"))
                .thenRejected(RefusalCode.PROJECT_WITHDRAWN);
    }

    @Test
    void itRespectsTheNeedThatWasStatedLater() {
        String id = NoticeIds.project("z", notice(NOTICE));
        given(ZONE)
                .and(NOTICE, "AmendProject landNeed=30mu on=2023-06-01 project=" + id)
                .when(NOTICE.replace("441200A", "441200B"))
                .thenRejected(RefusalCode.SUPPLY_EXCEEDS_NEED);
    }

    @Test
    void aProjectOfThatIdInAStrangeZoneIsNotMeant() {
        String id = NoticeIds.project("z", notice(NOTICE));
        given(ZONE)
                .and("DesignateZone zone=y on=1900-01-01", "IntroduceProject zone=y on=2020-01-01 project=" + id)
                .when(NOTICE)
                .thenRejected(RefusalCode.WRONG_ZONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b",
                "a/b",
                "-",
                "f234567890f234567890f234567890f234567890f234567890f234567890"
                        + "f234567890f234567890f234567890f234567890f234567890"
            })
    void formatAndKeyMakeIds(String format) {
        given(ZONE).when(NOTICE + " format=" + format).thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void itsAreaAndNumbersAreTrue() {
        given(ZONE).when(NOTICE.replace("2ha", "0ha")).thenRejected(RefusalCode.ZERO_AMOUNT);
        given(ZONE).when(NOTICE + " useTerms=forever").thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void aReportedStartAndCompletionAreCommandsOfTheirOwn() {
        String id = NoticeIds.project("z", notice(NOTICE));
        DeciderSpec spec = given(ZONE).and(NOTICE);
        spec.when("ReportStart on=2023-04-30 project=" + id).thenRejected(RefusalCode.PROJECT_HAS_NO_LAND);
        spec.when("ReportStart on=2023-05-01 project=" + id).thenRecorded("project.ConstructionStarted");
        spec.when("ReportCompletion on=2023-05-02 project=" + id).thenRecorded("project.ConstructionCompleted");
    }

    private static LandSupplied supplied(Answer answer) {
        return answer.history().all().standing(LandSupplied.class).getLast();
    }

    private static SupplyNotice notice(String line) {
        return ((RecordSupplyNotice) CommandLine.parse(line)).notice();
    }
}
