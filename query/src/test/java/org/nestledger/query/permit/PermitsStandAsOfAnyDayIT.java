package org.nestledger.query.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PermitStatus;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.project.ProjectDetail;
import org.nestledger.query.testing.Books;

class PermitsStandAsOfAnyDayIT {

    private static final String STATE = "permit, status, applied_on, decided_on, granted_on, revoked_on";

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void eachDayHasTheStatusThatItHad() {
        apply("a", "2023-03-01");
        grant("a", "2023-03-01", "2023-03-03", "'certificate':'C-1','authority':'City bureau'");
        long revoked = revoke("a", "2023-03-03", "2023-05-01");

        assertThat(at("2023-02-28", revoked)).isEmpty();
        assertThat(at("2023-03-02", revoked)).containsExactly("a APPLIED 2023-03-01 - - -");
        assertThat(at("2023-04-30", revoked)).containsExactly("a GRANTED 2023-03-01 2023-03-03 2023-03-03 -");
        assertThat(at("2023-05-01", revoked)).containsExactly("a REVOKED 2023-03-01 2023-03-03 2023-03-03 2023-05-01");
        assertThat(at("2023-05-01", revoked - 1)).containsExactly("a GRANTED 2023-03-01 2023-03-03 2023-03-03 -");
        assertThat(at("2023-05-01", 0)).isEmpty();
    }

    @Test
    void aRefusalIsADecisionAndNoGrant() {
        apply("a", "2023-03-01");
        long refused = books.event("permit.PermitRefused", "2023-03-09", """
                {'zone':'z','project':'j','permit':'a','kind':'CONSTRUCTION','reason':'no plan','appliedOn':'2023-03-01'}""");

        assertThat(at("2023-12-31", refused)).containsExactly("a REFUSED 2023-03-01 2023-03-09 - -");
        assertThat(permit("a").reason()).isEqualTo("no plan");
    }

    @Test
    void aReversedStepLeavesTheOneBefore() {
        apply("a", "2023-03-01");
        long granted = grant("a", "2023-03-01", "2023-03-03", "'certificate':'C-1','authority':'City bureau'");
        long revoked = revoke("a", "2023-03-03", "2023-05-01");
        assertThat(permit("a").status()).isEqualTo(PermitStatus.REVOKED);
        assertThat(permit("a").certificate()).isEqualTo("C-1");

        books.reverse(revoked);
        assertThat(permit("a").status()).isEqualTo(PermitStatus.GRANTED);
        assertThat(permit("a").revokedOn()).isNull();

        books.reverse(granted);
        assertThat(permit("a").status()).isEqualTo(PermitStatus.APPLIED);
        assertThat(permit("a").certificate()).isNull();

        books.reverse(1);
        assertThat(books.queries().permits().byId("a")).isEmpty();
        assertThat(at("2023-12-31", revoked)).containsExactly("a REVOKED 2023-03-01 2023-03-03 2023-03-03 2023-05-01");
    }

    @Test
    void aReversalAfterClosingHoldsFromItsOwnDay() {
        apply("a", "2023-03-01");
        long granted = grant("a", "2023-03-01", "2023-03-03", "'authority':'City bureau'");
        long reversal = books.restate(granted, "2024-02-01");
        grant("a", "2023-03-01", "2024-01-20", "'authority':'Province'");
        long now = reversal + 1;

        assertThat(at("2023-12-31", now)).containsExactly("a GRANTED 2023-03-01 2023-03-03 2023-03-03 -");
        assertThat(at("2024-01-25", now)).containsExactly("a GRANTED 2023-03-01 2024-01-20 2024-01-20 -");
        assertThat(at("2024-02-01", reversal)).containsExactly("a APPLIED 2023-03-01 - - -");
        assertThat(permit("a").authority()).isEqualTo("Province");
    }

    @Test
    void aPermitIsShownWithItsHistoryAndWithItsProject() {
        books.project("j", "z", "e");
        apply("a", "2023-03-01");
        grant("a", "2023-03-01", "2023-03-03", "'power':'w','powerZone':'z'");
        var queries = books.queries();

        PermitDetail a = queries.permits().byId("a").orElseThrow();
        assertThat(a.permit().kind()).isEqualTo(PermitKind.CONSTRUCTION);
        assertThat(a.permit().power()).isEqualTo("w");
        assertThat(a.permit().powerZone()).isEqualTo("z");
        assertThat(a.permit().decidedOn()).isEqualTo(LocalDate.of(2023, 3, 3));
        assertThat(Books.types(a.history())).containsExactly("permit.PermitGranted", "permit.PermitApplied");
        ProjectDetail project = queries.projects().byId("j").orElseThrow();
        assertThat(project.permits()).containsExactly(a.permit());
        assertThat(queries.history().of("permit", "a", Long.MAX_VALUE, 1)).hasSize(1);
    }

    @Test
    void theListIsNarrowedByWhatIsKnownOfAPermit() {
        books.zone("z");
        books.zone("z-1", "z");
        books.project("j", "z", "e");
        books.project("k", "z-1", "f");
        apply("a", "2023-03-01");
        grant("a", "2023-03-01", "2023-03-03", "'certificate':'C-100%','authority':'City bureau'");
        books.event("permit.PermitApplied", "2023-03-01", """
                {'zone':'z-1','project':'k','permit':'b','kind':'OTHER'}""");

        assertThat(ids(new PermitFilter("z", null, null, null, null, null))).containsExactly("a", "b");
        assertThat(ids(new PermitFilter("z-1", null, null, null, null, null))).containsExactly("b");
        assertThat(ids(new PermitFilter(null, "j", null, null, null, null))).containsExactly("a");
        assertThat(ids(new PermitFilter(null, null, "f", null, null, null))).containsExactly("b");
        assertThat(ids(new PermitFilter(null, null, null, PermitKind.OTHER, null, null)))
                .containsExactly("b");
        assertThat(ids(new PermitFilter(null, null, null, null, PermitStatus.GRANTED, null)))
                .containsExactly("a");
        assertThat(ids(new PermitFilter(null, null, null, null, null, "00%"))).containsExactly("a");
    }

    private List<String> ids(PermitFilter filter) {
        return books.queries().permits().list(filter, PageRequest.first(9)).items().stream()
                .map(PermitView::id)
                .toList();
    }

    private PermitView permit(String id) {
        return books.queries().permits().byId(id).orElseThrow().permit();
    }

    private List<String> at(String asOf, long knownAt) {
        return books.at("read.permit_at", STATE, asOf, knownAt);
    }

    private void apply(String permit, String day) {
        books.event("permit.PermitApplied", day, """
                {'zone':'z','project':'j','permit':'%s','kind':'CONSTRUCTION'}""".formatted(permit));
    }

    private long grant(String permit, String appliedOn, String day, String more) {
        return books.event("permit.PermitGranted", day, """
                {'zone':'z','project':'j','permit':'%s','kind':'CONSTRUCTION','appliedOn':'%s',%s}""".formatted(permit, appliedOn, more));
    }

    private long revoke(String permit, String grantedOn, String day) {
        return books.event("permit.PermitRevoked", day, """
                {'zone':'z','project':'j','permit':'%s','kind':'CONSTRUCTION','grantedOn':'%s'}""".formatted(permit, grantedOn));
    }
}
