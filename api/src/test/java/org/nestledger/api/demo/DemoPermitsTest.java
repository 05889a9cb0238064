package org.nestledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Document;
import org.nestledger.core.permit.PermitEvent;
import org.nestledger.core.permit.PermitEvent.PermitApplied;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRefused;
import org.nestledger.core.permit.PermitEvent.PermitRevoked;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PowerEvent.PowerDelegated;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;

/** The powers and permits of the demonstration are what the statement says of them. */
class DemoPermitsTest {

    private static PlannedYear year;

    @BeforeAll
    static void decide() {
        year = PlannedYear.decided();
    }

    @Test
    void fortyPowersAreDelegatedToTheZoneInOneBatchWithADocument() {
        assertThat(powers())
                .hasSize(40)
                .allSatisfy(power -> assertThat(power.batch()).isEqualTo("first batch"))
                .allSatisfy(power -> assertThat(power.occurredOn()).hasYear(2023))
                .allSatisfy(power -> assertThat(power.documents()).allMatch(Document::isNumbered))
                .filteredOn(power -> power.covers().isEmpty())
                .hasSizeGreaterThan(20);
        assertThat(powers().stream().flatMap(power -> power.covers().stream()))
                .containsAll(PermitKind.FOUR_CERTIFICATES);
    }

    @Test
    void powersAreRecordedBeforeAnythingCitesThem() {
        Instant recorded = year.entries().stream()
                .filter(entry -> entry.events().containsAll(powers()))
                .findFirst()
                .orElseThrow()
                .recordedAt();
        assertThat(year.entries())
                .filteredOn(entry -> entry.events().stream()
                        .anyMatch(event -> event instanceof PermitGranted grant && grant.power() != null))
                .hasSizeGreaterThan(100)
                .allSatisfy(entry -> assertThat(entry.recordedAt()).isAfter(recorded));
    }

    @Test
    void beforeTheDelegationTheCityGrants() {
        assertThat(grants())
                .filteredOn(grant -> grant.occurredOn().isBefore(YearPowers.DELEGATED))
                .hasSizeGreaterThan(10)
                .allSatisfy(grant -> assertThat(grant.authority()).contains("(illustrative)"));
    }

    @Test
    void theLianfuProjectHasItsFourCertificatesInThreeDaysAndNoOtherOfTheCityIsAsFast() {
        Map<String, Long> days = daysToFourCertificates();
        assertThat(days).contains(entry("lianfu", 3L)).hasSizeGreaterThan(35);
        assertThat(days.values().stream().sorted()).startsWith(3L).element(1).matches(second -> second >= 5);
        assertThat(days.values()).allMatch(duration -> duration <= 60);
        assertThat(grants())
                .filteredOn(grant -> grant.project().equals("lianfu"))
                .allSatisfy(grant -> assertThat(grant.power()).isNotNull());
    }

    @Test
    void everyStartHasItsPermitsBeforeIt() {
        for (ConstructionStarted start : year.facts().standing(ConstructionStarted.class)) {
            Set<PermitKind> before = grants().stream()
                    .filter(grant -> grant.project().equals(start.project()))
                    .filter(grant -> !grant.occurredOn().isAfter(start.occurredOn()))
                    .map(PermitGranted::kind)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(PermitKind.class)));
            assertThat(before).as(start.project()).containsAll(PermitKind.FOUR_CERTIFICATES);
        }
    }

    @Test
    void someApplicationsAreRefusedAndMadeAgainAndOnePermitIsRevoked() {
        List<PermitRefused> refused = year.facts().standing(PermitRefused.class);
        assertThat(refused)
                .hasSizeGreaterThan(5)
                .allSatisfy(refusal -> assertThat(grants())
                        .anyMatch(grant -> grant.project().equals(refusal.project())
                                && grant.kind() == refusal.kind()
                                && !grant.occurredOn().isBefore(refusal.occurredOn())));
        assertThat(year.facts().standing(PermitRevoked.class))
                .singleElement()
                .extracting(PermitRevoked::kind)
                .isEqualTo(PermitKind.CONSTRUCTION);
    }

    @Test
    void someApplicationsArePending() {
        Set<String> answered = year.facts().standing(PermitEvent.class).stream()
                .filter(event -> !(event instanceof PermitApplied))
                .map(PermitEvent::permit)
                .collect(Collectors.toSet());
        assertThat(year.facts().standing(PermitApplied.class))
                .filteredOn(application -> !answered.contains(application.permit()))
                .hasSizeGreaterThan(3);
    }

    private static List<PowerDelegated> powers() {
        return year.facts().standing(PowerDelegated.class).stream()
                .filter(power -> power.zone().equals(DemoZones.ZONE))
                .toList();
    }

    private static List<PermitGranted> grants() {
        return year.facts().standing(PermitGranted.class);
    }

    /** From the first application that was granted to the last grant, both days included, by project. */
    private static Map<String, Long> daysToFourCertificates() {
        Map<String, Long> days = new TreeMap<>();
        grants().stream()
                .filter(grant -> PermitKind.FOUR_CERTIFICATES.contains(grant.kind()))
                .collect(Collectors.groupingBy(PermitGranted::project))
                .forEach((project, certificates) -> {
                    if (certificates.size() == PermitKind.FOUR_CERTIFICATES.size()) {
                        LocalDate first = day(certificates.stream().map(PermitGranted::appliedOn), false);
                        LocalDate last = day(certificates.stream().map(PermitGranted::occurredOn), true);
                        days.put(project, ChronoUnit.DAYS.between(first, last) + 1);
                    }
                });
        return days;
    }

    private static LocalDate day(Stream<LocalDate> days, boolean last) {
        Comparator<LocalDate> order = Comparator.naturalOrder();
        return days.max(last ? order : order.reversed()).orElseThrow();
    }
}
