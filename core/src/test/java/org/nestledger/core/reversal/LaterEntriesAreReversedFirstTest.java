package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ACQUIRED;
import static org.nestledger.core.testing.Scenario.PARCEL;
import static org.nestledger.core.testing.Scenario.PROJECT;
import static org.nestledger.core.testing.Scenario.SUPPLIED;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.SampleEvents;
import org.nestledger.core.testing.Scenario;

/** An entry is reversed once, of the kinds that can be, and only when no other follows it or builds on it. */
class LaterEntriesAreReversedFirstTest {

    /** Type, history before, an entry of the type and one that follows it. */
    private static final String FOLLOWED = """
            land.ParcelAmended | PARCEL | AmendParcel parcel=p name=N on=2023-06-01 | AmendParcel parcel=p name=M on=2023-06-01
            land.ParcelResurveyed | PARCEL | ResurveyParcel parcel=p area=210mu on=2023-06-01 | SplitParcel parcel=p children=c:10:0:0:0 on=2023-06-02
            land.ParcelSplit | PARCEL | SplitParcel parcel=p children=c:10:0:0:0 on=2023-06-01 | ResurveyParcel parcel=p area=210mu on=2023-06-02
            project.ProjectAmended | PROJECT | AmendProject project=a name=N on=2023-06-01 | AmendProject project=a name=M on=2023-06-01
            project.InvestmentPlanRevised | PROJECT | RevisePlannedInvestment project=a plannedInvestment=5CNY on=2023-06-01 | RevisePlannedInvestment project=a plannedInvestment=6CNY on=2023-06-02
            project.ConstructionStarted | PERMITTED | StartConstruction project=a on=2023-07-01 | CompleteConstruction project=a on=2023-07-02
            project.ConstructionCompleted | BUILDING | CompleteConstruction project=a on=2023-08-01 | StartProduction project=a on=2023-08-02
            project.ProductionStarted | COMPLETED | StartProduction project=a on=2023-09-01 | RescindSupply supply=s on=2023-09-02; WithdrawProject project=a on=2023-09-03
            enterprise.EnterpriseQualified | REGISTERED | QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-02-01 | LapseQualification enterprise=e qualification=HIGH_TECH on=2023-03-01
            enterprise.EnterpriseQualificationLapsed | QUALIFIED | LapseQualification enterprise=e qualification=HIGH_TECH on=2023-03-01 | QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-04-01
            permit.PermitApplied | PROJECT | ApplyForPermit project=a permit=m kind=OTHER on=2023-05-01 | RefusePermit project=a permit=m on=2023-05-02
            permit.PermitGranted | PERMITTED | ApplyForPermit project=a permit=m kind=OTHER on=2023-05-01; GrantPermit project=a permit=m authority=city on=2023-05-02 | RevokePermit project=a permit=m on=2023-05-03
            permit.PowerDelegated | ZONES | DelegatePowers powers=w:Filing:OTHER on=2023-05-01 doc=1 | WithdrawPower power=w on=2023-06-01 doc=1
            permit.PowerWithdrawn | ZONES | DelegatePowers powers=w:Filing:OTHER on=2023-05-01 doc=1; WithdrawPower power=w on=2023-06-01 doc=1 | DelegatePowers powers=w:Filing:OTHER on=2023-07-01 doc=1
            service.ServiceAgreed | PROJECT | AgreeServicePlan project=a plan=l services=v:Road on=2023-05-01 | DeliverService project=a plan=l service=v on=2023-06-01
            portal.PortalVisitsRecorded | ZONES | RecordPortalVisits visits=7 on=2023-05-01 | RecordPortalVisits visits=9 on=2023-05-01
            """;

    /** Last steps, after which nothing of the same name can come, and what is opened once. */
    private static final Set<String> LAST = Set.of(
            "opening.OpeningStockRecorded",
            "opening.OpeningQuotaRecorded",
            "project.ProjectWithdrawn",
            "permit.PermitRefused",
            "permit.PermitRevoked",
            "service.ServiceDelivered");

    /** Type, history before, an entry of the type and one that builds on it. */
    private static final String FOUNDED = """
            land.ParcelRegistered | ZONES | RegisterParcel parcel=p area=1mu on=2023-01-01 | AmendParcel parcel=p name=N on=2023-06-01
            land.ParcelSplit | PARCEL | SplitParcel parcel=p children=c:10:0:0:0 on=2023-06-01 | AmendParcel parcel=c name=N on=2023-06-01
            supply.LandSupplied | LAND_AND_PROJECT | SupplyLand parcel=p project=a supply=s area=1mu price=9CNY on=2023-06-01 | RecordLandPayment supply=s amount=1CNY on=2023-06-01
            opening.OpeningProjectRecorded | ZONES | RecordOpeningProject project=a on=2023-06-01 | ReachMilestone project=a on=2023-07-01
            project.ProjectIntroduced | ZONES | IntroduceProject project=a on=2023-06-01 | ApplyForPermit project=a permit=m kind=OTHER on=2023-06-01
            enterprise.EnterpriseRegistered | ZONES | RegisterEnterprise enterprise=e on=2023-01-01 | IntroduceProject project=a enterprise=e on=2023-06-01
            service.ServicePlanAgreed | PROJECT | AgreeServicePlan project=a plan=l services=v:Road on=2023-05-01 | AddService project=a plan=l service=w on=2023-05-01
            """;

    record Row(String type, String before, String entry, String next) {
        static List<Row> of(String table) {
            return table.lines()
                    .map(line -> line.split(" *\\| *", -1))
                    .map(cells -> new Row(cells[0], Scenario.named(cells[1]), lines(cells[2]), lines(cells[3])))
                    .toList();
        }

        private static String lines(String commands) {
            return commands.replace("; ", "\n");
        }

        @Override
        public String toString() {
            return type;
        }
    }

    static List<Row> followed() {
        return Row.of(FOLLOWED);
    }

    static List<Row> founded() {
        return Row.of(FOUNDED);
    }

    @ParameterizedTest
    @MethodSource("followed")
    void aValueStaysUnderALaterOneAndAStepUnderTheNext(Row row) {
        refusedUntilTheNextIsReversed(row, RefusalCode.LATER_ENTRY_STANDS);
    }

    @ParameterizedTest
    @MethodSource("founded")
    void whatFoundedSomethingStaysWhileAnythingElseIsKnownOfIt(Row row) {
        refusedUntilTheNextIsReversed(row, RefusalCode.ENTRY_IS_NEEDED);
    }

    private static void refusedUntilTheNextIsReversed(Row row, RefusalCode code) {
        DeciderSpec spec = given(row.before(), row.entry());
        long position = spec.position(row.type());
        String reversal = "ReverseEntry position=" + position;
        long first = spec.and(row.next()).when(reversal).history().events().size();
        Rejection refusal = spec.when(reversal).thenRejected(code);
        assertThat(Long.parseLong(refusal.figures().get("position"))).isBetween(position + 1, first);
        for (long next = first; next > position; next--) {
            spec.when("ReverseEntry position=" + next).thenRecorded("reversal.EntryReversed");
        }
        spec.when(reversal).thenRecorded("reversal.EntryReversed");
    }

    @Test
    void everyTypeThatReplacesOrFoundsHasARow() {
        Set<String> replacing =
                types(type -> !SampleEvents.full(type).replaces().isEmpty());
        replacing.removeAll(LAST);
        assertThat(followed()).extracting(Row::type).containsExactlyInAnyOrderElementsOf(replacing);
        assertThat(founded())
                .extracting(Row::type)
                .containsExactlyInAnyOrderElementsOf(
                        types(type -> !SampleEvents.full(type).founds().isEmpty()));
    }

    private static Set<String> types(java.util.function.Predicate<String> which) {
        return EventTypes.byName().keySet().stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void anEntryIsReversedOnceAndCanBeRecordedAgain() {
        DeciderSpec spec = given(ACQUIRED);
        spec.when("ReverseEntry position=7").thenRecorded("reversal.EntryReversed");
        assertThat(spec.when("ReverseEntry position=7")
                        .thenRejected(RefusalCode.ALREADY_REVERSED)
                        .figures())
                .containsEntry("reversedAt", "8");
        spec.and("AcquireLand parcel=p area=150mu on=2023-02-01")
                .when("ReverseEntry position=9")
                .thenRecorded("reversal.EntryReversed");
    }

    @Test
    void zonesClosingsTargetsFiguresAndReversalsCannotBeReversed() {
        Stream.of(
                        "AmendZone name=N on=2023-06-01",
                        "ClosePeriod through=2023-06-30 doc=1",
                        "SetTarget year=2023 target=9mu on=2023-06-01",
                        "PublishFigure figure=f value=1 statedOn=2023-06-01 publishedOn=2023-06-01",
                        "ReverseEntry position=6")
                .forEach(entry ->
                        given(PARCEL, entry).when("ReverseEntry position=7").thenRejected(RefusalCode.NOT_REVERSIBLE));
        given(ZONES).when("ReverseEntry position=3").thenRejected(RefusalCode.NOT_REVERSIBLE);
        assertThat(types(type -> !SampleEvents.full(type).reversible()))
                .allMatch(
                        type -> type.startsWith("zone.") || type.startsWith("claim.") || type.startsWith("reversal."));
    }

    @Test
    void anEntryIsNamedByItsPositionAndItsZone() {
        given(PARCEL).when("ReverseEntry position=7").thenRejected(RefusalCode.UNKNOWN_ENTRY);
        given(PARCEL).when("ReverseEntry position=6 zone=peer").thenRejected(RefusalCode.WRONG_ZONE);
        given(PARCEL).when("ReverseEntry position=6 zone=nowhere").thenRejected(RefusalCode.WRONG_ZONE);
    }

    @Test
    void aNoticeIsTakenBackFromItsLastEventToItsFirst() {
        DeciderSpec spec = given(ZONES, Scenario.NOTICE);
        spec.when("ReverseEntry position=6").thenRejected(RefusalCode.ENTRY_IS_NEEDED);
        spec.when("ReverseEntry position=7").thenRejected(RefusalCode.NOT_ENOUGH_SERVICED);
        spec.when("ReverseEntry position=8").thenRejected(RefusalCode.ENTRY_IS_NEEDED);
        for (int position = 9; position > 5; position--) {
            spec.when("ReverseEntry position=" + position).thenRecorded("reversal.EntryReversed");
        }
        spec.when(Scenario.NOTICE)
                .thenRecorded(
                        "land.ParcelRegistered",
                        "opening.OpeningStockRecorded",
                        "opening.OpeningProjectRecorded",
                        "supply.LandSupplied");
    }

    @Test
    void theProjectOfTwoNoticesStaysWithTheOther() {
        DeciderSpec spec = given(ZONES, Scenario.NOTICE, Scenario.NOTICE.replace("key=1", "key=2"));
        spec.when("ReverseEntry position=9").thenRecorded("reversal.EntryReversed");
        spec.when("ReverseEntry position=8").thenRejected(RefusalCode.ENTRY_IS_NEEDED);
    }

    @Test
    void aSplitGivesItsLandBack() {
        given(SUPPLIED, "SplitParcel parcel=p children=c:140:50:40:60 on=2023-12-01")
                .whenReversed("land.ParcelSplit")
                .thenRecorded(
                        EntryReversed.class,
                        event -> assertThat(EventTypes.tags(event))
                                .containsExactly("parcel:c", "parcel:p", "reverses:13"))
                .thenMoved(
                        "SPLIT land:acquired p -> land:acquired c: -50 mu",
                        "SPLIT land:serviced p -> land:serviced c: -40 mu",
                        "SPLIT construction:ready p -> construction:ready c: -60 mu");
        given(PROJECT, "RegisterParcel parcel=p area=9mu on=2023-01-01")
                .and("SplitParcel parcel=p children=c:4:0:0:0 on=2023-12-01")
                .reversing("land.ParcelSplit")
                .when("SplitParcel parcel=p children=c:9:0:0:0 on=2023-06-01")
                .thenRecorded("land.ParcelSplit");
    }
}
