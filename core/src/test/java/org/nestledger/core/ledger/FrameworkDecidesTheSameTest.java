package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.History;
import org.nestledger.core.testing.Scenario;

/** Each feature once through the framework, as configured for production: what is bound wrongly there fails silently. */
class FrameworkDecidesTheSameTest {

    private static final Map<String, String> METADATA =
            Map.of(DecisionHandler.NOW, DecisionHandler.inMetadata(DeciderSpec.NOW));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZONES     | DesignateZone zone=n parent=z kind=SUB_ZONE on=2023-01-01",
                "ZONES     | ClosePeriod zone=city through=2023-06-30 doc=1",
                "READY     | AllocateQuota toZone=sub year=2023 area=30mu on=2023-12-01 doc=1",
                "PARCEL    | RecordOpeningStock parcel=p serviced=50mu on=2023-01-15",
                "READY     | ConvertLand parcel=p area=30mu quotaZone=z quotaYear=2023 on=2023-12-01 doc=1",
                "SUPPLIED  | SplitParcel parcel=p children=c:10:10:0:0 on=2023-12-01",
                "SUPPLIED  | SupplyLand parcel=p project=a supply=t area=40mu on=2023-12-01",
                "SUPPLIED  | RescindSupply supply=s on=2023-12-01",
                "PERMITTED | StartConstruction project=a on=2023-12-01",
                "QUALIFIED | LapseQualification enterprise=e qualification=HIGH_TECH on=2023-12-01",
                "ZONES     | RecordSupplyNotice key=1 area=1ha contractDate=2023-05-01",
                "POWERED   | DelegatePowers powers=v:A:OTHER,u on=2023-12-01 doc=1",
                "POWERED   | WithdrawPower power=w on=2023-12-01 doc=1",
                "SUPPLIED  | ApplyForPermit project=a permit=r kind=REAL_ESTATE on=2023-12-01",
                "SUPPLIED+FILED+POWER  | GrantPermit project=a permit=f power=w on=2023-12-01",
                "BUILDING  | RevokePermit project=a permit=a4 on=2023-12-01",
                "PROJECT+PLAN       | DeliverService project=a plan=l service=v on=2023-12-01",
                "SUPPLIED  | RecordLandPayment supply=s amount=6000000CNY on=2023-12-01",
                "SUPPLIED+OVERPAID  | RefundLandPrice supply=s amount=6000000CNY on=2023-12-01",
                "ZONES     | RecordFunding source=BOND amount=1CNY on=2023-12-01",
                "ZONES+FIGURE       | RetractFigure figure=f on=2024-01-03",
                "ZONES+VISITED      | RecordPortalVisits visits=9 on=2023-06-01",
                "BUILDING  | ReverseEntry position=17",
                "POWERED   | ReverseEntry position=15",
                "BUILDING+CLOSED_2023 | ReverseEntry position=17"
            })
    void itRecordsWhatThePureDecisionAccepts(String history, String command) {
        List<LedgerEvent> given = given(history);
        Accepted decision = (Accepted) decide(given, command);
        AxonTestFixture fixture =
                AxonTestFixture.with(AxonLedger.configurer(new SourcedHistory(position -> at(given, position))));
        fixture.given()
                .events(given.toArray())
                .when()
                .command(CommandLine.parse(command), METADATA)
                .then()
                .success()
                .resultMessagePayload(decision)
                .events(decision.events().toArray());
        fixture.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZONES    | NOT_ENOUGH_QUOTA     | LapseQuota year=2023 area=1mu on=2023-12-01 doc=1",
                "SUPPLIED | NOT_ENOUGH_SERVICED  | SupplyLand parcel=p project=a supply=t area=41mu on=2023-12-01",
                "SUPPLIED | PROJECT_HOLDS_LAND   | WithdrawProject project=a on=2023-12-01",
                "BUILDING | PROJECT_HAS_NO_LAND  | RescindSupply supply=s on=2023-06-30",
                "BUILDING | PERMIT_REQUIRED      | ReverseEntry position=16",
                "BUILDING | ENTRY_IS_NEEDED      | ReverseEntry position=11",
                "ZONES    | UNKNOWN_ENTRY        | ReverseEntry position=6",
                "POWERED  | POWER_IN_USE         | WithdrawPower power=w on=2023-07-01 doc=1"
            })
    void itRecordsNothingWhenThePureDecisionRefuses(String history, RefusalCode code, String command) {
        List<LedgerEvent> given = given(history);
        Rejection decision = (Rejection) decide(given, command);
        assertThat(decision.code()).isEqualTo(code);
        AxonTestFixture fixture =
                AxonTestFixture.with(AxonLedger.configurer(new SourcedHistory(position -> at(given, position))));
        fixture.given()
                .events(given.toArray())
                .when()
                .command(CommandLine.parse(command), METADATA)
                .then()
                .resultMessagePayload(decision)
                .noEvents();
        fixture.stop();
    }

    private static List<LedgerEvent> given(String scenario) {
        return DeciderSpec.given(Scenario.named(scenario))
                .when("AmendZone zone=nowhere name=x on=2023-01-01")
                .history()
                .events();
    }

    private static Optional<Fact> at(List<LedgerEvent> given, long position) {
        return position >= 1 && position <= given.size()
                ? Optional.of(Decisions.fact(position, given.get((int) position - 1)))
                : Optional.empty();
    }

    private static Object decide(List<LedgerEvent> given, String command) {
        History history = new History();
        given.forEach(history::append);
        return Objects.requireNonNull(history.decide(CommandLine.parse(command), new Moment(DeciderSpec.NOW)));
    }
}
