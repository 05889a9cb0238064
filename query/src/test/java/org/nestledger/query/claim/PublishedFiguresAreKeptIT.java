package org.nestledger.query.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.claim.Precision;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.testing.Books;

class PublishedFiguresAreKeptIT {

    private static final String STATE = "figure, value, unit, precision, published_on, retracted_on";

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aFigureIsKeptAsItWasStated() {
        publish("share", "percent", "'value':'60.39','precision':'truncated:2'");
        ClaimView share = claim("share").claim();

        assertThat(share.value()).isEqualTo("60.39");
        assertThat(share.precision()).isEqualTo(new Precision.Truncated(2));
        assertThat(share.period().text()).isEqualTo("30 days to 2023-12-30");
        assertThat(share.period().period().start()).isEqualTo(LocalDate.of(2023, 12, 1));
        assertThat(share.statedOn()).isEqualTo(LocalDate.of(2023, 12, 30));
        assertThat(share.publishedOn()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(Books.types(claim("share").history())).containsExactly("claim.FigurePublished");
    }

    @Test
    void aRetractionIsKnownFromItsDayAndItsRecord() {
        publish("share", "percent", "'value':'60.39','precision':'exact'");
        long retracted = retract("share", "2024-02-01");

        assertThat(at("2024-01-01", retracted)).isEmpty();
        assertThat(at("2024-01-31", retracted)).containsExactly("share 60.39 percent exact 2024-01-02 -");
        assertThat(at("2024-02-01", retracted)).containsExactly("share 60.39 percent exact 2024-01-02 2024-02-01");
        assertThat(at("2024-02-01", retracted - 1)).containsExactly("share 60.39 percent exact 2024-01-02 -");
        assertThat(claim("share").claim().reason()).isEqualTo("misprint");
        assertThat(Books.types(claim("share").history()))
                .containsExactly("claim.FigureRetracted", "claim.FigurePublished");
    }

    @Test
    void aStatementHasNoNumber() {
        publish("first", "rank", "'precision':'statement'");
        assertThat(claim("first").claim().value()).isNull();
        assertThat(claim("first").claim().precision()).isEqualTo(new Precision.Statement());
    }

    @Test
    void theListIsNarrowed() {
        books.zone("z");
        publish("first", "rank", "'precision':'statement'");
        publish("share", "percent", "'value':'60.39','precision':'exact'");
        retract("share", "2024-02-01");

        assertThat(ids(new ClaimFilter("z", null, null, null, null))).containsExactly("first", "share");
        assertThat(ids(new ClaimFilter(null, "a.share", null, null, null))).containsExactly("share");
        assertThat(ids(new ClaimFilter(null, null, "z", null, null))).hasSize(2);
        assertThat(ids(new ClaimFilter(null, null, "y", null, null))).isEmpty();
        assertThat(ids(new ClaimFilter(null, null, null, true, null))).containsExactly("share");
        assertThat(ids(new ClaimFilter(null, null, null, false, null))).containsExactly("first");
        assertThat(ids(new ClaimFilter(null, null, null, null, "WORDS OF F"))).containsExactly("first");
    }

    private List<String> ids(ClaimFilter filter) {
        return books.queries().claims().list(filter, PageRequest.first(9)).items().stream()
                .map(ClaimView::id)
                .toList();
    }

    private ClaimDetail claim(String figure) {
        return books.queries().claims().byId(figure).orElseThrow();
    }

    private List<String> at(String asOf, long knownAt) {
        return books.at("read.claim_at", STATE, asOf, knownAt);
    }

    private void publish(String figure, String unit, String more) {
        books.event("claim.FigurePublished", "2024-01-02", """
                {'zone':'z','figure':'%s','measure':'a.%s','subject':'z','period':'30 days to 2023-12-30','unit':'%s',
                 'phrase':'Words of %s','source':'Daily','statedOn':'2023-12-30',%s}""".formatted(figure, figure, unit, figure, more));
    }

    private long retract(String figure, String day) {
        return books.event("claim.FigureRetracted", day, """
                {'zone':'z','figure':'%s','reason':'misprint'}""".formatted(figure));
    }
}
