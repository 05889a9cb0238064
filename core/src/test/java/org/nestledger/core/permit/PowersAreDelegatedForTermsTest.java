package org.nestledger.core.permit;

import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.permit.PowerEvent.PowerDelegated;
import org.nestledger.core.permit.PowerEvent.PowerWithdrawn;
import org.nestledger.core.testing.DeciderSpec;

class PowersAreDelegatedForTermsTest {

    private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
    private static final LocalDate AUGUST = LocalDate.of(2023, 8, 1);
    private static final String DELEGATE = "DelegatePowers powers=w:Filing:PROJECT_FILING on=2023-05-01 doc=1";
    private static final String WITHDRAW = "WithdrawPower power=w on=2023-08-01 doc=2";

    @Test
    void oneEventForEachPowerOfABatch() {
        given(ZONES)
                .when("DelegatePowers powers=w:Filing:PROJECT_FILING+OTHER,v:Staffing batch=second on=2023-05-01 doc=1")
                .then(
                        delegated("w", "Filing", List.of(PermitKind.PROJECT_FILING, PermitKind.OTHER)),
                        delegated("v", "Staffing", List.of()))
                .thenMoved(
                        "DELEGATE power:municipal z -> power:delegated z: 1 count",
                        "DELEGATE power:municipal z -> power:delegated z: 1 count");
    }

    @Test
    void aWithdrawalEndsTheTermAndRemembersItsBeginning() {
        given(ZONES)
                .and(DELEGATE)
                .when(WITHDRAW + " reason=merged")
                .then(new PowerWithdrawn("z", "w", MAY, "merged", AUGUST, documents("2")))
                .thenMoved("POWER_WITHDRAW power:delegated z -> power:municipal z: 1 count");
    }

    @Test
    void aPowerIsDelegatedOnceAtATime() {
        DeciderSpec spec = given(ZONES).and(DELEGATE);
        spec.when(DELEGATE).thenRejected(RefusalCode.ID_TAKEN);
        spec.when("DelegatePowers powers=v,w on=2023-06-01 doc=1").thenRejected(RefusalCode.ID_TAKEN);
        spec.when(DELEGATE + " zone=peer").thenRecorded("permit.PowerDelegated");
    }

    @Test
    void onceWithdrawnItMayBeDelegatedAgain() {
        DeciderSpec spec = given(ZONES).and(DELEGATE, WITHDRAW);
        spec.when(DELEGATE.replace("05-01", "07-31")).thenRejected(RefusalCode.NOT_LATEST);
        spec.and(DELEGATE.replace("05-01", "08-01"));
        spec.when(WITHDRAW.replace("08-01", "07-31")).thenRejected(RefusalCode.NOT_LATEST);
        spec.when(WITHDRAW.replace("08-01", "09-01"))
                .then(new PowerWithdrawn("z", "w", AUGUST, null, LocalDate.of(2023, 9, 1), documents("2")));
    }

    @Test
    void onlyADelegatedPowerIsWithdrawn() {
        given(ZONES).when(WITHDRAW).thenRejected(RefusalCode.UNKNOWN_POWER);
        given(ZONES).and(DELEGATE).when(WITHDRAW + " zone=peer").thenRejected(RefusalCode.UNKNOWN_POWER);
        given(ZONES).and(DELEGATE, WITHDRAW).when(WITHDRAW).thenRejected(RefusalCode.WRONG_STATUS);
    }

    @Test
    void neverBeforeItsTermBegan() {
        DeciderSpec spec = given(ZONES).and(DELEGATE);
        spec.when(WITHDRAW.replace("08-01", "04-30")).thenRejected(RefusalCode.NOT_LATEST);
        spec.when(WITHDRAW.replace("08-01", "05-01")).thenRecorded("permit.PowerWithdrawn");
    }

    @Test
    void stepsAreReversedFromTheLastOneOn() {
        DeciderSpec spec = given(ZONES).and(DELEGATE, WITHDRAW);
        spec.when("ReverseEntry position=6").thenRejected(RefusalCode.LATER_ENTRY_STANDS);
        spec.and("ReverseEntry position=7");
        spec.when(WITHDRAW.replace("08-01", "07-01")).thenRecorded("permit.PowerWithdrawn");
    }

    @Test
    void aBatchNamesSomePowersEachOnce() {
        given(ZONES).when("DelegatePowers powers=w,w on=2023-05-01 doc=1").thenRejected(RefusalCode.INVALID_FIELD);
        given(ZONES)
                .when(new PowerCommand.DelegatePowers("z", "first", List.of(), MAY, documents("1")))
                .thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void bothRestOnADocumentInOpenBooks() {
        given(ZONES).when("DelegatePowers powers=w on=2023-05-01").thenRejected(RefusalCode.DOCUMENT_REQUIRED);
        given(ZONES)
                .and(DELEGATE)
                .when("WithdrawPower power=w on=2023-08-01")
                .thenRejected(RefusalCode.DOCUMENT_REQUIRED);
        for (String command : List.of(DELEGATE, WITHDRAW)) {
            String dated = command.replaceAll("on=\\S+", "") + " on=";
            given(ZONES).when(dated + "2024-01-06").thenRejected(RefusalCode.DATE_IN_FUTURE);
            given(ZONES).when(dated + "2019-12-31").thenRejected(RefusalCode.BEFORE_BOOKS);
            given(ZONES).when(dated + "2023-05-01 zone=x").thenRejected(RefusalCode.UNKNOWN_ZONE);
            given(ZONES)
                    .and("ClosePeriod zone=city through=2023-08-01 doc=1")
                    .when(dated + "2023-08-01")
                    .thenRejected(RefusalCode.PERIOD_CLOSED);
        }
    }

    private static PowerDelegated delegated(String power, String name, List<PermitKind> covers) {
        return new PowerDelegated("z", power, name, covers, "second", MAY, documents("1"));
    }

    private static List<Document> documents(String number) {
        return List.of(new Document("approval", number, null, null, null));
    }
}
