package org.nestledger.query.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.testing.Books;

class PowersComeAndGoIT {

    private static final String TERM = "id, batch, delegated_on, withdrawn_on";

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aPowerThatIsDelegatedAgainHasItsNewDays() {
        delegate("w", "first", "2023-01-10");
        long withdrawn = withdraw("w", "2023-01-10", "2023-06-01");
        long again = delegate("w", "second", "2023-06-01");

        assertThat(at("2023-01-09", again)).isEmpty();
        assertThat(at("2023-05-31", again)).containsExactly("z/w first 2023-01-10 -");
        assertThat(at("2023-06-01", withdrawn)).containsExactly("z/w first 2023-01-10 2023-06-01");
        assertThat(at("2023-06-01", again)).containsExactly("z/w second 2023-06-01 -");
        assertThat(power().delegatedOn()).isEqualTo(LocalDate.of(2023, 6, 1));

        books.reverse(again);
        assertThat(power().batch()).isEqualTo("first");
        assertThat(power().withdrawnOn()).isEqualTo(LocalDate.of(2023, 6, 1));
        books.reverse(withdrawn);
        assertThat(power().withdrawnOn()).isNull();
        books.reverse(1);
        assertThat(books.queries().powers().byId("z", "w")).isEmpty();
    }

    @Test
    void aDelegationReversedAfterClosingStoodUntilThen() {
        long delegated = delegate("w", "first", "2023-01-10");
        long reversal = books.restate(delegated, "2024-02-01");

        assertThat(at("2023-12-31", reversal)).containsExactly("z/w first 2023-01-10 -");
        assertThat(at("2024-02-01", reversal)).isEmpty();
        assertThat(at("2024-02-01", delegated)).hasSize(1);
    }

    @Test
    void aPowerIsShownWithTheGrantsThatCiteIt() {
        delegate("w", "first", "2023-01-10");
        delegate("w2", "first", "2023-01-10");
        books.event("permit.PermitGranted", "2023-03-03", """
                {'zone':'z-1','project':'j','permit':'a','kind':'CONSTRUCTION','power':'w','powerZone':'z',
                 'appliedOn':'2023-03-01'}""");

        PowerDetail power = books.queries().powers().byId("z", "w").orElseThrow();
        assertThat(power.granted()).isEqualTo(1);
        assertThat(power.power().covers()).containsExactly(PermitKind.CONSTRUCTION, PermitKind.OTHER);
        assertThat(Books.types(power.history())).containsExactly("permit.PermitGranted", "permit.PowerDelegated");
        assertThat(books.queries().powers().byId("z-1", "w")).isEmpty();
    }

    @Test
    void theListIsNarrowed() {
        books.zone("z");
        books.zone("z-1", "z");
        delegate("w", "first", "2023-01-10");
        withdraw("w", "2023-01-10", "2023-06-01");
        books.event("permit.PowerDelegated", "2023-02-01", """
                {'zone':'z-1','power':'v','name':'Heights','covers':['FIRE_PROTECTION'],'batch':'second'}""");

        assertThat(ids(new PowerFilter("z", null, null, null, null))).containsExactly("z-1/v", "z/w");
        assertThat(ids(new PowerFilter("z-1", null, null, null, null))).containsExactly("z-1/v");
        assertThat(ids(new PowerFilter(null, PermitKind.OTHER, null, null, null)))
                .containsExactly("z/w");
        assertThat(ids(new PowerFilter(null, PermitKind.ENERGY_CONSERVATION, null, null, null)))
                .isEmpty();
        assertThat(ids(new PowerFilter(null, null, "second", null, null))).containsExactly("z-1/v");
        assertThat(ids(new PowerFilter(null, null, null, true, null))).containsExactly("z/w");
        assertThat(ids(new PowerFilter(null, null, null, false, null))).containsExactly("z-1/v");
        assertThat(ids(new PowerFilter(null, null, null, null, "height"))).containsExactly("z-1/v");
    }

    private List<String> ids(PowerFilter filter) {
        return books.queries().powers().list(filter, PageRequest.first(9)).items().stream()
                .map(PowerView::id)
                .toList();
    }

    private PowerView power() {
        return books.queries().powers().byId("z", "w").orElseThrow().power();
    }

    private List<String> at(String asOf, long knownAt) {
        return books.at("read.power_at", TERM, asOf, knownAt);
    }

    private long delegate(String power, String batch, String day) {
        return books.event("permit.PowerDelegated", day, """
                {'zone':'z','power':'%s','name':'Permits of works','covers':['CONSTRUCTION','OTHER'],'batch':'%s'}""".formatted(power, batch));
    }

    private long withdraw(String power, String delegatedOn, String day) {
        return books.event("permit.PowerWithdrawn", day, """
                {'zone':'z','power':'%s','delegatedOn':'%s'}""".formatted(power, delegatedOn));
    }
}
