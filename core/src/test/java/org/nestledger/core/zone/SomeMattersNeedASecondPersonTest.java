package org.nestledger.core.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.SecondPerson;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.CommandTypes;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.zone.ZoneCommand.RequireApproval;
import org.nestledger.core.zone.ZoneEvent.ApprovalRequired;

class SomeMattersNeedASecondPersonTest {

    private static final String GRANT = "GrantQuota year=2023 area=100mu on=2023-01-02 doc=1";

    private static RequireApproval require(String zone, String on, Matter... matters) {
        return new RequireApproval(zone, List.of(matters), LocalDate.parse(on), List.of());
    }

    private static DeciderSpec requiring(Matter... matters) {
        DeciderSpec spec = given(ZONES);
        spec.when(require("z", "2022-01-01", matters)).thenRecorded("zone.ApprovalRequired");
        return spec;
    }

    @Test
    void whatIsRequiredCarriesWhatWasBeforeInOneOrderAndEachOnce() {
        DeciderSpec spec = given(ZONES);
        spec.when(require("z", "2022-01-01", Matter.REVERSAL, Matter.QUOTA, Matter.REVERSAL))
                .thenRecorded(ApprovalRequired.class, event -> {
                    assertThat(event.matters()).containsExactly(Matter.QUOTA, Matter.REVERSAL);
                    assertThat(event.previousMatters()).isEmpty();
                });
        spec.whenApproved(require("z", "2022-01-01")).thenRecorded(ApprovalRequired.class, event -> {
            assertThat(event.matters()).isEmpty();
            assertThat(event.previousMatters()).containsExactly(Matter.QUOTA, Matter.REVERSAL);
        });
    }

    @Test
    void onePersonIsEnoughUntilMoreIsRequired() {
        given(ZONES).when(GRANT).thenRecorded("quota.QuotaGranted");
        Rejection refusal = requiring(Matter.QUOTA).when(GRANT).thenRejected(RefusalCode.APPROVAL_NEEDED);
        assertThat(refusal.figures()).containsEntry("zone", "z");
        requiring(Matter.QUOTA).whenApproved(GRANT).thenRecorded("quota.QuotaGranted");
    }

    @Test
    void noOtherMatterNeedsASecondPerson() {
        requiring(Matter.REVERSAL, Matter.PUBLICATION).when(GRANT).thenRecorded("quota.QuotaGranted");
        requiring(Matter.values())
                .when("RegisterParcel parcel=p area=100mu on=2022-02-01")
                .thenRecorded("land.ParcelRegistered");
    }

    @Test
    void noOtherZoneNeedsASecondPerson() {
        requiring(Matter.QUOTA)
                .when(GRANT.replace("GrantQuota", "GrantQuota zone=city"))
                .thenRecorded("quota.QuotaGranted");
    }

    @Test
    void quotaThatIsHandedDownConcernsBothZones() {
        String allocate = "AllocateQuota zone=city toZone=z year=2023 area=10mu on=2023-01-03 doc=1";
        String granted = GRANT.replace("GrantQuota", "GrantQuota zone=city");
        requiring(Matter.QUOTA).and(granted).when(allocate).thenRejected(RefusalCode.APPROVAL_NEEDED);
        requiring(Matter.QUOTA).and(granted).whenApproved(allocate).thenRecorded("quota.QuotaAllocated");

        DeciderSpec above = given(ZONES).and(granted);
        above.when(require("city", "2022-01-01", Matter.QUOTA)).thenRecorded("zone.ApprovalRequired");
        assertThat(above.when(allocate)
                        .thenRejected(RefusalCode.APPROVAL_NEEDED)
                        .figures())
                .containsEntry("zone", "city");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GrantQuota year=2023 area=100mu on=2023-01-02 doc=1",
                "RecordOpeningQuota year=2023 available=100mu used=10mu on=2023-01-02 doc=1",
            })
    void eachWayToQuotaNeedsTheSecondPerson(String command) {
        requiring(Matter.QUOTA).when(command).thenRejected(RefusalCode.APPROVAL_NEEDED);
        requiring(Matter.QUOTA).whenApproved(command).thenAccepted();
    }

    @Test
    void anEntryIsTakenBackByTwo() {
        DeciderSpec spec = requiring(Matter.REVERSAL).and(GRANT);
        spec.whenReversed("quota.QuotaGranted").thenRejected(RefusalCode.APPROVAL_NEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "sub"})
    void anEntryInTheBooksOfTwoZonesIsTakenBackByTwoWhenEitherRequiresIt(String zone) {
        DeciderSpec spec = given(ZONES).and(GRANT, "AllocateQuota toZone=sub year=2023 area=10mu on=2023-01-03 doc=1");
        long allocated = spec.position("quota.QuotaAllocated");
        spec.when(require(zone, "2022-01-01", Matter.REVERSAL)).thenRecorded("zone.ApprovalRequired");
        String reversal = "ReverseEntry position=" + allocated;
        assertThat(spec.when(reversal).thenRejected(RefusalCode.APPROVAL_NEEDED).figures())
                .containsEntry("zone", zone);
        spec.whenApproved(reversal).thenRecorded("reversal.EntryReversed");
    }

    @Test
    void anEntryIsTakenBackByOneWhenOnlyAZoneThatItDoesNotWriteInRequiresTwo() {
        DeciderSpec spec = given(ZONES).and(GRANT);
        spec.when(require("sub", "2022-01-01", Matter.REVERSAL)).thenRecorded("zone.ApprovalRequired");
        spec.whenReversed("quota.QuotaGranted").thenRecorded("reversal.EntryReversed");
    }

    @Test
    void whoeverNeedsNoApprovalAnyMoreNeedsItForThat() {
        requiring(Matter.PUBLICATION).when(require("z", "2023-01-01")).thenRejected(RefusalCode.APPROVAL_NEEDED);
        requiring(Matter.QUOTA)
                .when(require("z", "2023-01-01", Matter.values()))
                .thenRejected(RefusalCode.APPROVAL_NEEDED);
        DeciderSpec spec = requiring(Matter.QUOTA);
        spec.whenApproved(require("z", "2023-01-01")).thenRecorded("zone.ApprovalRequired");
        spec.when(GRANT).thenRecorded("quota.QuotaGranted");
    }

    @Test
    void whatWouldBeRefusedAnywayIsRefusedForThat() {
        requiring(Matter.QUOTA)
                .when("RevokeQuota year=2023 area=1mu on=2023-01-02 doc=1")
                .thenRejected(RefusalCode.NOT_ENOUGH_QUOTA);
    }

    @Test
    void itIsRequiredWithinTheBooksAndInOrder() {
        given(ZONES).when(require("z", "2019-12-31", Matter.QUOTA)).thenRejected(RefusalCode.BEFORE_BOOKS);
        given(ZONES).when(require("nowhere", "2022-01-01", Matter.QUOTA)).thenRejected(RefusalCode.UNKNOWN_ZONE);
        given(ZONES).when(require("z", "2022-01-01")).thenRejected(RefusalCode.NOTHING_TO_CHANGE);
        requiring(Matter.QUOTA)
                .when(require("z", "2022-01-02", Matter.QUOTA, Matter.QUOTA))
                .thenRejected(RefusalCode.NOTHING_TO_CHANGE);
        requiring(Matter.QUOTA)
                .when(require("z", "2021-12-31", Matter.REVERSAL))
                .thenRejected(RefusalCode.NOT_LATEST);
    }

    @Test
    void nobodyApprovesTheirOwnCommand() {
        assertThat(new Sender("a", java.util.Set.of(), "a").isApproved()).isFalse();
        assertThat(new Sender("a", java.util.Set.of(), "b").isApproved()).isTrue();
        assertThat(new Sender("a", java.util.Set.of()).isApproved()).isFalse();
    }

    /** Quota, reversal and publication; what decides about them is one of them. */
    @Test
    void theseCommandsAndNoOthersMayNeedIt() {
        Map<String, List<Matter>> matters = new TreeMap<>();
        CommandTypes.byName().forEach((name, type) -> {
            SecondPerson second = type.getAnnotation(SecondPerson.class);
            if (second != null) {
                matters.put(name, Arrays.asList(Objects.requireNonNull(second).value()));
            }
        });
        List<Matter> quota = List.of(Matter.QUOTA);
        List<Matter> publication = List.of(Matter.PUBLICATION);
        assertThat(matters)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "GrantQuota", quota,
                        "AllocateQuota", quota,
                        "RevokeQuota", quota,
                        "LapseQuota", quota,
                        "RecordOpeningQuota", quota,
                        "ReverseEntry", List.of(Matter.REVERSAL),
                        "PublishFigure", publication,
                        "RetractFigure", publication,
                        "RequireApproval", List.of(Matter.values())));
    }
}
