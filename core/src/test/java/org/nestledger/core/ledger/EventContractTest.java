package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.testing.SampleEvents;

/** What is stored for ever: names, versions, tags and bytes. A failure here means a new version, never a new golden file. */
class EventContractTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/events");

    /** Tags are inside the stored bytes. The sample's ids are its fields' names; a split's sample child is its parent. */
    private static final Map<String, String> TAGS =
            """
            zone.ZoneDesignated = books:some-zone ancestor:city
            zone.PeriodClosed = books:some-zone
            zone.ApprovalRequired = books:some-zone
            zone.ZoneAmended = zone:some-zone
            zone.TargetSet = zone:some-zone
            quota.QuotaGranted = quota:some-zone/2023
            quota.QuotaRevoked = quota:some-zone/2023
            quota.QuotaLapsed = quota:some-zone/2023
            quota.QuotaAllocated = quota:some-zone/2023 quota:some-toZone/2023
            opening.OpeningQuotaRecorded = quota:some-zone/2023
            opening.OpeningStockRecorded = parcel:some-parcel
            opening.OpeningProjectRecorded = project:some-project enterprise:some-enterprise
            land.ParcelRegistered = parcel:some-parcel
            land.ParcelAmended = parcel:some-parcel
            land.ParcelResurveyed = parcel:some-parcel
            land.LandAcquired = parcel:some-parcel
            land.LandServiced = parcel:some-parcel
            land.LandConverted = parcel:some-parcel quota:some-quotaZone/2023
            land.ParcelSplit = parcel:some-parcel
            supply.LandSupplied = parcel:some-parcel project:some-project supply:some-supply
            supply.SupplyRescinded = parcel:some-parcel project:some-project supply:some-supply
            project.ProjectAmended = project:some-project
            project.InvestmentPlanRevised = project:some-project
            project.InvestmentRecorded = project:some-project
            project.ConstructionStarted = project:some-project
            project.ConstructionCompleted = project:some-project
            project.MilestoneReached = project:some-project
            project.ProductionStarted = project:some-project
            project.ProjectWithdrawn = project:some-project
            project.ProjectIntroduced = project:some-project enterprise:some-enterprise
            enterprise.EnterpriseRegistered = enterprise:some-enterprise
            enterprise.EnterpriseQualified = enterprise:some-enterprise
            enterprise.EnterpriseQualificationLapsed = enterprise:some-enterprise
            permit.PermitApplied = permit:some-permit project:some-project
            permit.PermitGranted = permit:some-permit project:some-project power:some-powerZone/some-power
            permit.PermitRefused = permit:some-permit project:some-project
            permit.PermitRevoked = permit:some-permit project:some-project
            permit.PowerDelegated = power:some-zone/some-power
            permit.PowerWithdrawn = power:some-zone/some-power
            service.ServicePlanAgreed = plan:some-plan project:some-project
            service.ServiceAgreed = plan:some-plan project:some-project
            service.ServiceDelivered = plan:some-plan project:some-project
            fund.FundingRecorded = fund:some-zone
            fund.LandPaid = supply:some-supply
            fund.LandPriceRefunded = supply:some-supply
            claim.FigurePublished = figure:some-figure
            claim.FigureRetracted = figure:some-figure
            portal.PortalVisitsRecorded = visits:some-zone/2023-06-30
            reversal.EntryReversed = reverses:7 parcel:some-parcel project:some-project supply:some-supply
            """.lines().map(line -> line.split(" = ", -1)).collect(Collectors.toMap(row -> row[0], row -> row[1]));

    static Stream<String> types() {
        return EventTypes.byName().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void itsBytesAreThoseOfTheGoldenFile(String type) throws IOException {
        for (boolean full : new boolean[] {true, false}) {
            LedgerEvent event = full ? SampleEvents.full(type) : SampleEvents.minimal(type);
            Path golden = GOLDEN.resolve(SampleEvents.file(event, full));
            String bytes = new String(new LedgerCodec().encode(event), StandardCharsets.UTF_8);
            if (Boolean.getBoolean("golden.write") && !Files.exists(golden)) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, bytes + "\n");
            }
            assertThat(golden).exists();
            assertThat(bytes + "\n").isEqualTo(Files.readString(golden));
            Object decoded = new LedgerCodec()
                    .decode(
                            type,
                            EventName.version(event.getClass()),
                            LedgerJson.mapper().readTree(Files.readString(golden)));
            assertThat(decoded).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void itHasANameAVersionAndTheTagsOfTheTable(String type) {
        Class<?> known = EventTypes.byName().get(type);
        assertThat(type).matches("[a-z]+\\.([A-Z][a-z]+)+");
        assertThat(EventName.version(known)).isPositive();
        assertThat(known.getAnnotation(Event.class)).isNotNull();
        assertThat(EventTypes.tags(SampleEvents.full(type)))
                .isNotEmpty()
                .containsExactlyElementsOf(new TreeSet<>(
                        Arrays.asList(TAGS.getOrDefault(type, "no row").split(" ", -1))));
    }

    @Test
    void theTableHasARowForEachType() {
        assertThat(TAGS.keySet()).isEqualTo(EventTypes.byName().keySet());
    }

    @Test
    void whatIsAbsentHasNoTag() {
        assertThat(SampleEvents.minimal("permit.PermitGranted").tags())
                .containsExactly("permit:some-permit", "project:some-project");
        assertThat(SampleEvents.minimal("opening.OpeningProjectRecorded").tags())
                .containsExactly("project:some-project");
        assertThat(SampleEvents.minimal("project.ProjectIntroduced").tags()).containsExactly("project:some-project");
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatItFoundsIsAmongItsTags(String type) {
        LedgerEvent event = SampleEvents.full(type);
        assertThat(event.tags()).containsAll(event.founds());
        assertThat(event.writesIn()).contains(event.zone());
    }

    @ParameterizedTest
    @MethodSource("types")
    void itCanBeReversedUnlessItIsOfZonesClaimsOrReversals(String type) {
        assertThat(SampleEvents.full(type).reversible())
                .isEqualTo(!List.of("zone", "claim", "reversal").contains(type.substring(0, type.indexOf('.'))));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theJournalHasARuleForIt(String type) {
        assertThat(JournalRules.movements(SampleEvents.full(type))).doesNotContainNull();
        assertThat(JournalRules.movements(SampleEvents.minimal(type))).doesNotContainNull();
    }

    @Test
    void everyEventClassIsRegistered() {
        assertThat(recordsOf(LedgerEvent.class))
                .isEqualTo(names(EventTypes.byName().values()));
    }

    @Test
    void everyCommandIsRegisteredNamedPermittedAndDecided() {
        assertThat(recordsOf(LedgerCommand.class))
                .isEqualTo(names(CommandTypes.byName().values()));
        CommandTypes.byName().forEach((name, type) -> {
            assertThat(type.getAnnotation(Command.class).namespace()).isEqualTo(lastPackage(type));
            assertThat(type.getAnnotation(By.class).value()).isNotEmpty();
            assertThat(type.getSimpleName()).isEqualTo(name);
        });
    }

    @Test
    void anUnknownTypeOrVersionIsNotGuessed() {
        var data = LedgerJson.mapper().createObjectNode();
        for (var attempt : List.<Runnable>of(
                () -> EventTypes.decode("land.LandLost", 1, data),
                () -> EventTypes.decode("land.LandServiced", 2, data),
                () -> EventTypes.decode("land.LandServiced", 0, data),
                () -> EventTypes.decode("land.LandServiced", 1, data.put("more", 1)))) {
            assertThat(catchThrowable(attempt::run)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String lastPackage(Class<?> type) {
        return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    }

    private static Set<String> names(Collection<? extends Class<?>> types) {
        return types.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All records of the module that are of this kind, found by looking, not by registration. */
    private static Set<String> recordsOf(Class<?> kind) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.nestledger.core")
                        .stream()
                        .filter(type -> type.isAssignableTo(kind) && type.isRecord())
                        .map(type -> type.getName())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
