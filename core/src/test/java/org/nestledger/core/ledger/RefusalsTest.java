package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.testing.Scenario;

/** Which refusal a command gets. Where rules compete, the row above has broken what the row below still breaks. */
class RefusalsTest {

    record Row(RefusalCode code, String history, String command) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(RefusalCode.valueOf(cells[0].strip()), Scenario.named(cells[1]), cells[2].strip());
        }

        @Override
        public String toString() {
            return code + " " + command;
        }
    }

    private static final String TABLE = """
            ID_TAKEN                  | ZONES            | DesignateZone zone=z timeZone=x parent=z on=2024-01-06
            INVALID_FIELD             | ZONES            | DesignateZone zone=n timeZone=x parent=x on=2024-01-06
            DATE_IN_FUTURE            | ZONES            | DesignateZone zone=n parent=x on=2024-01-06
            BEFORE_BOOKS              | ZONES            | DesignateZone zone=n parent=x on=1800-01-01
            UNKNOWN_ZONE              | ZONES            | DesignateZone zone=n parent=x on=2023-01-01
            WRONG_KIND                | ZONES            | DesignateZone zone=n parent=z on=2019-01-01
            BEFORE_BOOKS              | ZONES            | DesignateZone zone=n parent=z kind=SUB_ZONE on=2019-01-01
            DOCUMENT_REQUIRED         | ZONES+CLOSED     | ClosePeriod through=2024-01-06
            DATE_IN_FUTURE            | ZONES+CLOSED     | ClosePeriod through=2024-01-06 doc=1
            CLOSING_NOT_FORWARD       | ZONES+CLOSED     | ClosePeriod through=2022-12-31 doc=1
            PERIOD_CLOSED             | ZONES+CLOSED     | SetTarget measure=m year=0 target=1mu on=2022-12-31
            INVALID_FIELD             | ZONES+CLOSED     | SetTarget measure=m year=0 target=1mu on=2023-01-01
            UNKNOWN_ZONE              | ZONES            | GrantQuota zone=x year=0 area=0mu on=2024-01-06
            DATE_IN_FUTURE            | ZONES+CLOSED     | GrantQuota year=0 area=0mu on=2024-01-06
            BEFORE_BOOKS              | ZONES+CLOSED     | GrantQuota year=0 area=0mu on=2019-12-31
            PERIOD_CLOSED             | ZONES+CLOSED     | GrantQuota year=0 area=0mu on=2022-12-31
            INVALID_FIELD             | ZONES+CLOSED     | GrantQuota year=0 area=0mu on=2023-01-01
            DOCUMENT_REQUIRED         | ZONES            | AllocateQuota toZone=x year=2023 area=0mu on=2023-01-01
            ZERO_AMOUNT               | ZONES            | AllocateQuota toZone=x year=2023 area=0mu on=2023-01-01 doc=1
            UNKNOWN_ZONE              | ZONES            | AllocateQuota toZone=x year=2023 area=1mu on=2023-01-01 doc=1
            WRONG_ZONE                | ZONES            | AllocateQuota toZone=peer year=2023 area=1mu on=2023-01-01 doc=1
            NOT_ENOUGH_QUOTA          | ZONES            | AllocateQuota toZone=sub year=2023 area=1mu on=2023-01-01 doc=1
            UNKNOWN_PARCEL            | ZONES            | RecordOpeningStock parcel=p quotaYear=0 on=2023-01-01
            ALREADY_OPENED            | PARCEL+OPENED    | RecordOpeningStock parcel=p quotaYear=0 on=2023-06-01
            BEFORE_OPENING            | ACQUIRED         | RecordOpeningStock parcel=p quotaYear=0 on=2023-06-01
            MISSING_FIELD             | ACQUIRED         | RecordOpeningStock parcel=p quotaYear=0 on=2023-01-01
            WRONG_ZONE                | ACQUIRED         | RecordOpeningStock parcel=p quotaYear=0 quotaZone=peer on=2023-01-01
            INVALID_FIELD             | ACQUIRED         | RecordOpeningStock parcel=p quotaYear=0 quotaZone=z on=2023-01-01
            ACQUIRED_EXCEEDS_AREA     | ACQUIRED         | RecordOpeningStock parcel=p acquired=51mu existing=201mu on=2023-01-01
            READY_EXCEEDS_AREA        | ACQUIRED         | RecordOpeningStock parcel=p acquired=50mu existing=201mu on=2023-01-01
            UNKNOWN_PARCEL            | ZONES            | AcquireLand parcel=p area=0mu existing=1mu on=2023-06-01
            WRONG_ZONE                | PARCEL+OPENED    | AcquireLand zone=city parcel=p area=0mu existing=1mu on=2023-01-01
            BEFORE_OPENING            | PARCEL+OPENED    | AcquireLand parcel=p area=0mu existing=1mu on=2023-01-01
            ZERO_AMOUNT               | PARCEL           | AcquireLand parcel=p area=0mu existing=1mu on=2023-06-01
            EXISTING_EXCEEDS_ACQUIRED | PARCEL           | AcquireLand parcel=p area=300mu existing=301mu on=2023-06-01
            ACQUIRED_EXCEEDS_AREA     | PARCEL           | AcquireLand parcel=p area=300mu existing=300mu on=2023-06-01
            NOT_ENOUGH_ACQUIRED       | ACQUIRED         | ServiceLand parcel=p area=151mu on=2023-06-01
            NOT_LATEST                | ACQUIRED         | ResurveyParcel parcel=p area=200mu on=2022-06-01
            NOTHING_TO_CHANGE         | ACQUIRED         | ResurveyParcel parcel=p area=200mu on=2023-06-01
            AREA_BELOW_SUPPLIED       | SUPPLIED         | ResurveyParcel parcel=p area=1mu on=2023-06-01
            NOT_LATEST                | ACQUIRED         | SplitParcel parcel=p children=p:300:301:0:0 on=2022-06-01
            ID_TAKEN                  | ACQUIRED         | SplitParcel parcel=p children=p:300:301:0:0 on=2023-06-01
            ACQUIRED_EXCEEDS_AREA     | ACQUIRED         | SplitParcel parcel=p children=c:300:301:0:0 on=2023-06-01
            SPLIT_EXCEEDS_PARCEL      | ACQUIRED         | SplitParcel parcel=p children=c:300:300:0:0 on=2023-06-01
            NOT_ENOUGH_ACQUIRED       | ACQUIRED         | SplitParcel parcel=p children=c:200:200:0:0 on=2023-06-01
            ACQUIRED_EXCEEDS_AREA     | ACQUIRED         | SplitParcel parcel=p children=c:200:100:0:0 on=2023-06-01
            WRONG_ZONE                | SUPPLIED         | SupplyLand zone=city parcel=p project=x supply=s area=0mu on=2023-01-01
            UNKNOWN_PROJECT           | SUPPLIED         | SupplyLand parcel=p project=x supply=s area=0mu on=2023-01-01
            BEFORE_INTRODUCTION       | SUPPLIED         | SupplyLand parcel=p project=a supply=s area=0mu on=2023-01-01
            ID_TAKEN                  | SUPPLIED         | SupplyLand parcel=p project=a supply=s area=0mu on=2023-06-01
            ZERO_AMOUNT               | SUPPLIED         | SupplyLand parcel=p project=a supply=t area=0mu useTerms=x on=2023-06-01
            INVALID_FIELD             | SUPPLIED         | SupplyLand parcel=p project=a supply=t area=90mu useTerms=x on=2023-06-01
            NOT_ENOUGH_SERVICED       | SUPPLIED         | SupplyLand parcel=p project=a supply=t area=90mu on=2023-06-01
            NOT_ENOUGH_READY          | SERVICED+PROJECT_A | SupplyLand parcel=p project=a supply=t area=90mu on=2023-06-01
            SUPPLY_EXCEEDS_NEED       | READY+MODEST     | SupplyLand parcel=p project=a supply=t area=90mu on=2023-06-01
            UNKNOWN_SUPPLY            | SUPPLIED         | RescindSupply zone=city supply=x area=0mu on=2023-06-01
            WRONG_ZONE                | SUPPLIED         | RescindSupply zone=city supply=s area=0mu on=2023-06-01
            ZERO_AMOUNT               | SUPPLIED         | RescindSupply supply=s area=0mu priceReduction=1USD on=2023-06-01
            CURRENCY_DIFFERS          | SUPPLIED         | RescindSupply supply=s area=90mu priceReduction=99999999USD on=2023-06-01
            REDUCTION_EXCEEDS_PRICE   | SUPPLIED         | RescindSupply supply=s area=90mu priceReduction=99999999CNY on=2023-06-01
            NOT_ENOUGH_SUPPLIED       | SUPPLIED         | RescindSupply supply=s area=90mu on=2023-06-01
            PRICE_UNKNOWN             | READY+PROJECT_A+UNPRICED | RescindSupply supply=s area=90mu priceReduction=1USD on=2023-06-01
            UNKNOWN_ENTERPRISE        | ZONES            | IntroduceProject project=a enterprise=e on=2023-06-01
            PROJECT_WITHDRAWN         | PROJECT+WITHDRAWN | StartConstruction zone=city project=a on=2023-01-01
            WRONG_ZONE                | PROJECT          | StartConstruction zone=city project=a on=2023-06-01
            PROJECT_HAS_NO_LAND       | PROJECT          | StartConstruction project=a on=2023-06-01
            WRONG_STAGE               | BUILDING         | StartConstruction project=a on=2023-08-01
            PROJECT_HOLDS_LAND        | BUILDING         | WithdrawProject project=a on=2023-06-01
            NEED_BELOW_SUPPLIED       | BUILDING         | AmendProject project=a landNeed=59mu on=2023-06-01
            NOT_QUALIFIED             | REGISTERED       | LapseQualification enterprise=e qualification=HIGH_TECH on=2023-06-01
            NOTICE_DIFFERS            | ZONES+NOTICE     | RecordSupplyNotice zone=x key=1 area=0ha contractDate=2024-01-06
            ID_TAKEN                  | POWERED          | DelegatePowers powers=w on=2023-04-30 doc=1
            DOCUMENT_REQUIRED         | POWERED          | DelegatePowers powers=v,v on=2023-04-30
            INVALID_FIELD             | POWERED          | DelegatePowers powers=w,w on=2023-04-30 doc=1
            NOT_LATEST                | POWERED+NO_POWER | DelegatePowers powers=w on=2023-07-31 doc=1
            DOCUMENT_REQUIRED         | POWERED+NO_POWER | WithdrawPower power=x on=2023-04-30
            UNKNOWN_POWER             | POWERED+NO_POWER | WithdrawPower power=x on=2023-04-30 doc=1
            WRONG_STATUS              | POWERED+NO_POWER | WithdrawPower power=w on=2023-04-30 doc=1
            NOT_LATEST                | POWERED          | WithdrawPower power=w on=2023-04-30 doc=1
            POWER_IN_USE              | POWERED          | WithdrawPower power=w on=2023-07-01 doc=1
            UNKNOWN_PROJECT           | SUPPLIED+FILED   | ApplyForPermit project=x permit=f kind=OTHER on=2023-01-01
            ID_TAKEN                  | SUPPLIED+FILED   | ApplyForPermit project=a permit=f kind=OTHER on=2023-06-14
            WRONG_ZONE                | SUPPLIED+FILED   | GrantPermit zone=city project=a permit=x on=2023-06-14
            UNKNOWN_PERMIT            | SUPPLIED+FILED   | GrantPermit project=a permit=x on=2023-06-14
            WRONG_PROJECT             | POWERED+PROJECT_B | GrantPermit project=b permit=f on=2023-06-14
            WRONG_STATUS              | POWERED          | GrantPermit project=a permit=f on=2023-06-14
            BEFORE_APPLICATION        | SUPPLIED+FILED   | GrantPermit project=a permit=f power=x authority=city on=2023-06-14
            INVALID_FIELD             | SUPPLIED+FILED   | GrantPermit project=a permit=f power=x powerZone=peer authority=city on=2023-06-15
            WRONG_ZONE                | SUPPLIED+FILED   | GrantPermit project=a permit=f power=x powerZone=peer on=2023-06-15
            UNKNOWN_POWER             | SUPPLIED+FILED   | GrantPermit project=a permit=f power=x powerZone=city on=2023-06-15
            POWER_DOES_NOT_COVER      | POWERED+TO_BUILD | GrantPermit project=a permit=c power=w on=2023-06-15
            PERMIT_REQUIRED           | POWERED+TO_BUILD | GrantPermit project=a permit=c authority=city on=2023-06-15
            PROJECT_HAS_NO_LAND       | PROJECT+TO_PLAN  | GrantPermit project=a permit=c authority=city on=2023-06-15
            UNKNOWN_PERMIT            | SUPPLIED+FILED   | RefusePermit project=a permit=x on=2023-06-14
            WRONG_STATUS              | POWERED          | RefusePermit project=a permit=f on=2023-06-14
            BEFORE_APPLICATION        | SUPPLIED+FILED   | RefusePermit project=a permit=f on=2023-06-14
            WRONG_STATUS              | SUPPLIED+FILED   | RevokePermit project=a permit=f on=2023-06-14
            BEFORE_APPLICATION        | BUILDING         | RevokePermit project=a permit=a4 on=2023-06-19
            PERMIT_REQUIRED           | BUILDING         | RevokePermit project=a permit=a4 on=2023-06-20
            PERMIT_REQUIRED           | SUPPLIED         | StartConstruction project=a on=2023-07-01
            PROJECT_HAS_NO_LAND       | BUILDING         | RescindSupply supply=s on=2023-07-01
            UNKNOWN_PROJECT           | PROJECT+PLAN     | AgreeServicePlan project=x plan=l services=v,v on=2023-04-30
            ID_TAKEN                  | PROJECT+PLAN     | AgreeServicePlan project=a plan=l services=v,v on=2023-04-30
            INVALID_FIELD             | PROJECT+PLAN     | AgreeServicePlan project=a plan=m services=v,v on=2023-04-30
            UNKNOWN_PLAN              | PROJECT+PLAN     | AddService project=a plan=x service=v on=2023-04-30
            WRONG_PROJECT             | PROJECT+PLAN+PROJECT_B | AddService project=b plan=l service=v on=2023-04-30
            BEFORE_AGREEMENT          | PROJECT+PLAN     | AddService project=a plan=l service=v on=2023-04-30
            ID_TAKEN                  | PROJECT+PLAN     | AddService project=a plan=l service=v on=2023-05-01
            UNKNOWN_PLAN              | PROJECT+PLAN     | DeliverService project=a plan=x service=x on=2023-04-30
            BEFORE_AGREEMENT          | PROJECT+PLAN     | DeliverService project=a plan=l service=x on=2023-04-30
            UNKNOWN_SERVICE           | PROJECT+PLAN     | DeliverService project=a plan=l service=x on=2023-05-01
            ALREADY_DELIVERED         | PROJECT+PLAN+ADDED+DELIVERED | DeliverService project=a plan=l service=w on=2023-05-31
            BEFORE_AGREEMENT          | PROJECT+PLAN+ADDED | DeliverService project=a plan=l service=w on=2023-05-31
            UNKNOWN_ZONE              | SUPPLIED         | RecordFunding zone=x amount=0CNY on=2023-05-31
            ZERO_AMOUNT               | SUPPLIED         | RecordFunding amount=0CNY on=2023-05-31
            ZERO_AMOUNT               | SUPPLIED         | RecordLandPayment zone=city supply=x amount=0USD on=2023-05-31
            UNKNOWN_SUPPLY            | SUPPLIED         | RecordLandPayment zone=city supply=x amount=9999999USD on=2023-05-31
            WRONG_ZONE                | SUPPLIED         | RecordLandPayment zone=city supply=s amount=9999999USD on=2023-05-31
            PRICE_UNKNOWN             | READY+PROJECT_A+UNPRICED | RecordLandPayment supply=s amount=9999999USD on=2023-05-31
            CURRENCY_DIFFERS          | SUPPLIED         | RecordLandPayment supply=s amount=9999999USD on=2023-05-31
            EXCEEDS_DUE               | SUPPLIED         | RecordLandPayment supply=s amount=9999999CNY on=2023-06-01
            ZERO_AMOUNT               | SUPPLIED+OVERPAID | RefundLandPrice supply=x amount=0CNY on=2023-08-31
            UNKNOWN_SUPPLY            | SUPPLIED+OVERPAID | RefundLandPrice supply=x amount=1USD on=2023-08-31
            CURRENCY_DIFFERS          | SUPPLIED+OVERPAID | RefundLandPrice supply=s amount=1USD on=2023-08-31
            EXCEEDS_OVERPAID          | SUPPLIED+OVERPAID | RefundLandPrice supply=s amount=1CNY on=2023-08-31
            DATE_IN_FUTURE            | ZONES+FIGURE     | PublishFigure figure=f measure=M statedOn=2024-01-07 publishedOn=2024-01-06
            ID_TAKEN                  | ZONES+FIGURE     | PublishFigure figure=f measure=M statedOn=2024-01-03 publishedOn=2024-01-02
            INVALID_FIELD             | ZONES+FIGURE     | PublishFigure figure=g measure=M statedOn=2024-01-03 publishedOn=2024-01-02
            UNKNOWN_FIGURE            | ZONES+FIGURE     | RetractFigure zone=city figure=g on=2024-01-01
            WRONG_ZONE                | ZONES+FIGURE+RETRACTED | RetractFigure zone=city figure=f on=2024-01-01
            ALREADY_RETRACTED         | ZONES+FIGURE+RETRACTED | RetractFigure figure=f on=2024-01-01
            NOT_LATEST                | ZONES+FIGURE     | RetractFigure figure=f on=2024-01-01
            DATE_IN_FUTURE            | ZONES            | RecordPortalVisits visits=-1 on=2024-01-06
            INVALID_FIELD             | ZONES            | RecordPortalVisits visits=-1 on=2024-01-05
            NOTHING_TO_CHANGE         | ZONES+VISITED    | RecordPortalVisits visits=7 on=2023-06-01
            UNKNOWN_ENTRY             | BUILDING         | ReverseEntry zone=x position=99
            WRONG_ZONE                | BUILDING         | ReverseEntry zone=x position=3
            NOT_REVERSIBLE            | BUILDING         | ReverseEntry position=3
            NOT_REVERSIBLE            | BUILDING+UNSTARTED | ReverseEntry position=18
            ALREADY_REVERSED          | BUILDING+UNSTARTED | ReverseEntry position=17
            LATER_ENTRY_STANDS        | BUILDING         | ReverseEntry position=15
            ENTRY_IS_NEEDED           | BUILDING         | ReverseEntry position=11
            DATE_IN_FUTURE            | BUILDING+CLOSED_2023 | ReverseEntry position=16 on=2024-01-06
            PERIOD_CLOSED             | BUILDING+CLOSED_2023 | ReverseEntry position=16 on=2023-12-31
            NOT_ENOUGH_QUOTA          | BUILDING         | ReverseEntry position=9
            PROJECT_HAS_NO_LAND       | BUILDING         | ReverseEntry position=12
            PERMIT_REQUIRED           | BUILDING         | ReverseEntry position=16
            TOO_LARGE                 | ZONES+HUGE       | GrantQuota year=2023 area=9000000000000mu on=2023-06-01 doc=1
            """;

    /** Codes that no decision gives, and who does. */
    private static final Map<RefusalCode, String> GIVEN_ELSEWHERE = Map.of(
            RefusalCode.MALFORMED, "the reader of commands: CommandReaderTest",
            RefusalCode.UNKNOWN_COMMAND, "the reader of commands: CommandReaderTest",
            RefusalCode.UNKNOWN_FIELD, "the reader of commands: CommandReaderTest",
            RefusalCode.COMMAND_ID_REUSED, "the ledger, which knows the ids that were used: LedgerIT",
            RefusalCode.NOT_PERMITTED, "the ledger, which knows the sender: LedgerIT",
            RefusalCode.APPROVAL_NEEDED,
                    "a decision where a list of matters says so: SomeMattersNeedASecondPersonTest");

    static List<Row> rows() {
        return TABLE.lines().map(Row::of).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theFirstBrokenRuleIsNamed(Row row) {
        given(row.history()).when(row.command()).thenRejected(row.code());
    }

    @Test
    void everyCodeHasARowOrIsGivenElsewhere() {
        Set<RefusalCode> expected = EnumSet.copyOf(GIVEN_ELSEWHERE.keySet());
        expected.addAll(rows().stream().map(Row::code).collect(Collectors.toSet()));
        assertThat(Arrays.asList(RefusalCode.values())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aRefusalRecordsNothing() {
        given(Scenario.SUPPLIED).when(Scenario.SUPPLY).thenNothing();
    }
}
