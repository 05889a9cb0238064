package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.testing.Scenario;
import org.nestledger.core.testing.TestLedger;

/** Of decisions of different features that exclude each other only one is recorded, whoever comes first. */
class RivalDecisionsSpanFeaturesIT {

    private static final Sender HEADQUARTERS = new Sender("headquarters", Role.all());
    private static final Sender COMMITTEE = new Sender("committee", Set.of(Role.COMMITTEE));
    private static final Sender OTHER = new Sender("other", Set.of(Role.COMMITTEE));

    private final TestLedger ledger = new TestLedger();

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERMITTED | StartConstruction project=a on=2023-07-01 | RevokePermit project=a permit=a4 on=2023-07-01",
                "PERMITTED | StartConstruction project=a on=2023-07-01 | RescindSupply supply=s on=2023-07-01",
                "PERMITTED | StartConstruction project=a on=2023-07-01 | ReverseEntry position=16",
                "PERMITTED | RevokePermit project=a permit=a4 on=2023-07-01 | ReverseEntry position=16",
                "SUPPLIED+FILED+POWER | GrantPermit project=a permit=f power=w on=2023-07-01 | WithdrawPower power=w doc=1 on=2023-07-01",
                "SUPPLIED+FILED+POWER | GrantPermit project=a permit=f power=w on=2023-07-01 | ReverseEntry position=14",
                "PROJECT+PLAN | DeliverService project=a plan=l service=v on=2023-06-01 | ReverseEntry position=8",
                "SUPPLIED | RecordLandPayment supply=s amount=1CNY on=2023-07-01 | ReverseEntry position=12",
                "SUPPLIED+OVERPAID | RefundLandPrice supply=s amount=1CNY on=2023-09-01 | ReverseEntry position=13"
            })
    void oneOfTwo(String history, String one, String other) throws Exception {
        ledger.record(
                HEADQUARTERS, Scenario.named(history).replaceAll("\n+", "\n").strip());
        long before = ledger.log().head();
        List<Outcome> outcomes = ledger.submitAtOnce(HEADQUARTERS, List.of(one, other));
        assertThat(outcomes)
                .as("%s", outcomes)
                .filteredOn(Outcome.Recorded.class::isInstance)
                .hasSize(1);
        assertThat(ledger.log().head()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUPPLIED | 6 | RecordLandPayment supply=s amount=1000000CNY on=2023-07-01",
                "SUPPLIED+OVERPAID | 2 | RefundLandPrice supply=s amount=3000000CNY on=2023-09-02",
                "BUILDING | 1 | ReverseEntry position=17",
                "SUPPLIED+FILED | 1 | GrantPermit project=a permit=f authority=city on=2023-07-01",
                "PROJECT+PLAN | 1 | DeliverService project=a plan=l service=v on=2023-06-01",
                "ZONES+FIGURE | 1 | RetractFigure figure=f on=2024-01-03",
                "ZONES | 1 | RecordPortalVisits visits=7 on=2023-06-01"
            })
    void ofManyAlikeSoManyAsThereIsRoomFor(String history, int room, String command) throws Exception {
        ledger.record(
                HEADQUARTERS, Scenario.named(history).replaceAll("\n+", "\n").strip());
        assertThat(ledger.submitAtOnce(HEADQUARTERS, Collections.nCopies(8, command)))
                .filteredOn(Outcome.Recorded.class::isInstance)
                .hasSize(room);
    }

    @Test
    void anEntryIsReversedByWhoRecordedItOrByHeadquarters() {
        ledger.record(HEADQUARTERS, Scenario.ZONES).record(COMMITTEE, "IntroduceProject project=a on=2023-04-01");
        assertThat(refusal(ledger.submit(OTHER, "ReverseEntry position=6"))).isEqualTo(RefusalCode.NOT_PERMITTED);
        assertThat(refusal(ledger.submit(OTHER, "ReverseEntry position=7"))).isEqualTo(RefusalCode.UNKNOWN_ENTRY);
        assertThat(refusal(ledger.submit(OTHER, "ReverseEntry position=-1"))).isEqualTo(RefusalCode.UNKNOWN_ENTRY);
        ledger.record(COMMITTEE, "ReverseEntry position=6");
        ledger.record(COMMITTEE, "IntroduceProject project=a on=2023-04-02")
                .record(HEADQUARTERS, "ReverseEntry position=8");
    }

    @Test
    void aDryRunReversesWhatIsInTheLogAndNothingElse() {
        ledger.record(HEADQUARTERS, Scenario.PARCEL);
        Ledger dry = ledger.dryRun();
        assertThat(dry.submit(ledger.submission(HEADQUARTERS, "ReverseEntry position=6")))
                .isInstanceOf(Outcome.Proposed.class);
        assertThat(refusal(dry.submit(ledger.submission(HEADQUARTERS, "ReverseEntry position=6"))))
                .isEqualTo(RefusalCode.ALREADY_REVERSED);
        assertThat(dry.submit(ledger.submission(HEADQUARTERS, "RegisterParcel parcel=p area=2mu on=2023-01-01")))
                .isInstanceOf(Outcome.Proposed.class);
        assertThat(ledger.log().head()).isEqualTo(6);
    }

    private static RefusalCode refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).rejection().code();
    }
}
