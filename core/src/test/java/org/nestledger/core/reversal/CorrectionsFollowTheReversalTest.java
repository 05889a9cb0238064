package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.REGISTERED;
import static org.nestledger.core.testing.Scenario.SUPPLIED;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.DeciderSpec.Answer;
import org.nestledger.core.testing.Invariants;
import org.nestledger.core.testing.SampleEvents;

/** Where a reversal has a day of its own, what it took back counts until then: nothing takes its place before that day. */
class CorrectionsFollowTheReversalTest {

    private static final String CLOSED = "ClosePeriod through=2023-11-30 doc=1";

    /** A count of visits is for its own day only, which is closed. */
    private static final Set<String> OF_THEIR_OWN_DAY = Set.of("portal.PortalVisitsRecorded");

    static List<ReversedEntriesDoNotStandTest.Row> rows() {
        return ReversedEntriesDoNotStandTest.rows().stream()
                .filter(row -> !OF_THEIR_OWN_DAY.contains(row.type()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatThereIsOnceIsNotRecordedAgainBeforeThatDay(ReversedEntriesDoNotStandTest.Row row) {
        DeciderSpec spec = restated(row);
        Answer before = spec.when(again(row.entry(), "2024-01-03"));
        if (happensOnce(row.type())) {
            Rejection refusal = before.thenRejected(RefusalCode.NOT_LATEST);
            assertThat(refusal.remedy()).isEqualTo("Date it on or after 2024-01-04.");
            assertThat(refusal.figures()).containsEntry("from", "2024-01-04");
            spec.when(again(row.entry(), "2024-01-04")).thenRecorded(row.type());
        } else {
            assertThat(before.decision())
                    .matches(decision ->
                            !(decision instanceof Rejection refusal) || refusal.code() != RefusalCode.NOT_LATEST);
        }
    }

    private static DeciderSpec restated(ReversedEntriesDoNotStandTest.Row row) {
        DeciderSpec spec = given(row.before()).and(row.entry(), "ClosePeriod through=2023-12-31 doc=1");
        spec.whenReversed(row.type(), "2024-01-04").thenRecorded("reversal.EntryReversed");
        return spec;
    }

    private static String again(String entry, String day) {
        return entry.replaceFirst(" on=\\S+", " on=" + day);
    }

    private static boolean happensOnce(String type) {
        LedgerEvent event = SampleEvents.full(type);
        return !event.replaces().isEmpty() || !event.founds().isEmpty();
    }

    private static DeciderSpec suppliedAnew(String price) {
        DeciderSpec spec = given(SUPPLIED, CLOSED);
        spec.whenReversed("supply.LandSupplied", "2024-01-04").thenRecorded("reversal.EntryReversed");
        return spec.and("SupplyLand parcel=p project=a supply=s area=60mu on=2024-01-04 price=" + price);
    }

    @Test
    void nothingIsPaidForASupplyBeforeItIsMadeAnew() {
        DeciderSpec spec = suppliedAnew("100CNY");
        spec.when("RecordLandPayment supply=s amount=200CNY on=2023-12-20").thenRejected(RefusalCode.NOT_LATEST);
        spec.when("RecordLandPayment supply=s amount=200CNY on=2024-01-04").thenRejected(RefusalCode.EXCEEDS_DUE);
        spec.when("RecordLandPayment supply=s amount=100CNY on=2024-01-04").thenRecorded("fund.LandPaid");
    }

    @Test
    void nothingOfASupplyIsTakenBackBeforeItIsMadeAnew() {
        suppliedAnew("100CNY")
                .when("RescindSupply supply=s area=10mu on=2023-12-20")
                .thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void aSupplyIsMadeAnewOnlyWhenNothingOfTheFormerOneCountsAnyMore() {
        DeciderSpec spec = given(SUPPLIED, "RecordLandPayment supply=s amount=100CNY on=2023-07-01", CLOSED);
        spec.whenReversed("fund.LandPaid", "2024-01-03").thenRecorded("reversal.EntryReversed");
        spec.whenReversed("supply.LandSupplied", "2024-01-02").thenRejected(RefusalCode.NOT_LATEST);
        spec.reversing("supply.LandSupplied", "2024-01-02");
        String anew = "SupplyLand parcel=p project=a supply=s area=60mu price=50CNY on=";
        Rejection refusal = spec.when(anew + "2024-01-02").thenRejected(RefusalCode.NOT_LATEST);
        assertThat(refusal.message()).contains("fund.LandPaid", "2024-01-03");
        Invariants.hold(spec.when(anew + "2024-01-03").history().all());
    }

    @Test
    void noMoreOfAPriceIsTakenBackThanWasLeftOnEachDay() {
        String rescission = "RescindSupply supply=s area=10mu priceReduction=6000000CNY on=";
        DeciderSpec spec = given(SUPPLIED, rescission + "2023-09-01", CLOSED);
        spec.whenReversed("supply.SupplyRescinded", "2024-01-04").thenRecorded("reversal.EntryReversed");
        spec.when(rescission + "2023-12-10").thenRejected(RefusalCode.REDUCTION_EXCEEDS_PRICE);
        spec.when(rescission + "2024-01-04").thenRecorded("supply.SupplyRescinded");
    }

    @Test
    void aStepIsNotTakenInsteadOfAnotherBeforeThatDay() {
        DeciderSpec spec = given(
                SUPPLIED,
                "ApplyForPermit project=a permit=f kind=OTHER on=2023-06-15",
                "GrantPermit project=a permit=f authority=city on=2023-07-01",
                CLOSED);
        spec.whenReversed("permit.PermitGranted", "2024-01-04").thenRecorded("reversal.EntryReversed");
        spec.when("RefusePermit project=a permit=f on=2023-12-10").thenRejected(RefusalCode.NOT_LATEST);
        spec.when("RefusePermit project=a permit=f on=2024-01-04").thenRecorded("permit.PermitRefused");
    }

    @Test
    void aProjectThatIsIntroducedIsNotOpenedBesidesBeforeThatDay() {
        DeciderSpec spec = given(PARCEL, "IntroduceProject project=a on=2023-04-01", CLOSED);
        spec.whenReversed("project.ProjectIntroduced", "2024-01-04").thenRecorded("reversal.EntryReversed");
        spec.when("RecordOpeningProject project=a on=2023-12-10").thenRejected(RefusalCode.NOT_LATEST);
        spec.when("IntroduceProject project=b on=2023-12-10").thenRecorded("project.ProjectIntroduced");
    }

    @Test
    void aProjectOfAnEnterpriseThatWasRegisteredAnewIsIntroducedOnItsOwnDay() {
        DeciderSpec spec = given(REGISTERED, CLOSED);
        spec.whenReversed("enterprise.EnterpriseRegistered", "2024-01-04").thenRecorded("reversal.EntryReversed");
        spec.and("RegisterEnterprise enterprise=e on=2024-01-04");
        spec.when("IntroduceProject project=a enterprise=e on=2023-12-10").thenRecorded("project.ProjectIntroduced");
    }

    @Test
    void aReversalOnTheEntrysOwnDayLeavesEveryDayFree() {
        DeciderSpec spec = given(SUPPLIED);
        spec.whenReversed("supply.LandSupplied").thenRecorded("reversal.EntryReversed");
        spec.when("SupplyLand parcel=p project=a supply=s area=60mu price=100CNY on=2023-05-01")
                .thenRecorded("supply.LandSupplied");
    }
}
