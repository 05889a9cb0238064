package org.nestledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.journal.Account;
import org.nestledger.core.portal.PortalEvent.PortalVisitsRecorded;

/** The zone's pages are the most visited of the province, as the statement says. */
class DemoVisitsTest {

    private static PlannedYear year;

    @BeforeAll
    static void decide() {
        year = PlannedYear.decided();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-30", "2023-12-31"})
    void theZoneIsFirstOverTheThirtyDaysTo(String last) {
        LocalDate end = LocalDate.parse(last);
        Map<String, Long> sums = new TreeMap<>();
        zones().forEach(zone -> sums.put(zone, visits(zone, end) - visits(zone, end.minusDays(30))));
        assertThat(sums).hasSize(6);
        assertThat(sums.entrySet().stream()
                        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .orElseThrow()
                        .getKey())
                .isEqualTo(DemoZones.ZONE);
    }

    @Test
    void everyZoneHasACountForEveryDay() {
        Map<String, List<LocalDate>> days = year.facts().standing(PortalVisitsRecorded.class).stream()
                .collect(Collectors.groupingBy(
                        PortalVisitsRecorded::zone,
                        Collectors.mapping(PortalVisitsRecorded::occurredOn, Collectors.toList())));
        assertThat(days.values())
                .allSatisfy(counted -> assertThat(counted)
                        .containsAll(LocalDate.of(2023, 12, 1)
                                .datesUntil(LocalDate.of(2024, 1, 1))
                                .toList()));
    }

    @Test
    void oneCountIsReplacedByALaterOne() {
        assertThat(year.facts().standing(PortalVisitsRecorded.class))
                .filteredOn(count -> count.previousVisits() != null)
                .singleElement()
                .satisfies(count -> assertThat(count.visits()).isLessThan(count.previousVisits()));
    }

    private static List<String> zones() {
        return year.facts().standing(PortalVisitsRecorded.class).stream()
                .map(PortalVisitsRecorded::zone)
                .distinct()
                .toList();
    }

    private static long visits(String zone, LocalDate to) {
        return year.facts()
                .balances()
                .total(place ->
                        place.account() == Account.PORTAL_VISITS && place.zone().equals(zone))
                .at(to);
    }
}
