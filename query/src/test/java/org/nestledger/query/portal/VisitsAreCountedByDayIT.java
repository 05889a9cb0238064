package org.nestledger.query.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.movement.Balance;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.testing.Books;

class VisitsAreCountedByDayIT {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 1);

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aLaterCountReplacesTheOneBefore() {
        visits("z", 100, "2023-12-01");
        long corrected = books.event("portal.PortalVisitsRecorded", "2023-12-01", """
                {'zone':'z','visits':80,'previousVisits':100}""");

        assertThat(at("2023-11-30", corrected)).isEmpty();
        assertThat(at("2023-12-01", 1)).containsExactly("z/2023-12-01 100");
        assertThat(at("2023-12-01", corrected)).containsExactly("z/2023-12-01 80");
        assertThat(shown().visits().visits()).isEqualTo(80);
        assertThat(shown().history()).hasSize(2);

        books.reverse(corrected);
        assertThat(shown().visits().visits()).isEqualTo(100);
        books.reverse(1);
        assertThat(books.queries().visits().byId("z", DAY)).isEmpty();
    }

    @Test
    void aCountReversedAfterClosingStoodUntilThen() {
        long counted = visits("z", 100, "2023-12-01");
        long reversal = books.restate(counted, "2024-02-01");

        assertThat(at("2024-01-31", reversal)).containsExactly("z/2023-12-01 100");
        assertThat(at("2024-02-01", reversal)).isEmpty();
        assertThat(books.queries()
                        .visits()
                        .list(null, null, null, PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    @Test
    void theBalanceOfAZoneIsANumberOfVisits() {
        books.zone("z");
        visits("z", 100, "2023-12-01");
        assertThat(books.queriesAt(DAY, 2).journal().ofZone("z"))
                .contains(new Balance("portal:visits", null, new Quantity("100", "visits")));
    }

    @Test
    void theListIsNarrowedAndSorted() {
        books.zone("z");
        books.zone("z-1", "z");
        visits("z", 100, "2023-12-01");
        visits("z", 9, "2023-12-02");
        visits("z-1", 10, "2023-12-03");
        var visits = books.queries().visits();

        assertThat(visits.list("z", null, null, PageRequest.first(9).sortedBy("-visits"))
                        .items())
                .extracting(VisitView::visits)
                .containsExactly(100, 10, 9);
        assertThat(visits.list("z-1", null, null, PageRequest.first(9)).items()).hasSize(1);
        assertThat(visits.list(null, DAY.plusDays(1), DAY.plusDays(1), PageRequest.first(9))
                        .items())
                .extracting(VisitView::id)
                .containsExactly("z/2023-12-02");
    }

    private VisitDetail shown() {
        return books.queries().visits().byId("z", DAY).orElseThrow();
    }

    private List<String> at(String asOf, long knownAt) {
        return books.at("read.visit_at", "id, visits", asOf, knownAt);
    }

    private long visits(String zone, int visits, String day) {
        return books.event("portal.PortalVisitsRecorded", day, """
                {'zone':'%s','visits':%d}""".formatted(zone, visits));
    }
}
