package org.nestledger.api.exchange.landchina;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nestledger.api.exchange.Beijing;
import org.nestledger.api.exchange.landchina.NoticeReader.NotUnderstood;
import org.nestledger.api.exchange.landchina.NoticeReader.Understood;
import org.nestledger.core.measure.Id;

class MappingNeverFailsTest {

    private final NoticeReader reader = new NoticeReader(Headings.of(Beijing.headings()), null);

    @Property(tries = 200)
    void onAnyCells(@ForAll("rows") List<String> cells) {
        check(cells);
    }

    @Property(tries = 60)
    void onARealRowWithSomeCellsReplaced(
            @ForAll("realRows") List<String> row, @ForAll("cells") String first, @ForAll("cells") String second) {
        for (int i = 0; i < row.size(); i++) {
            List<String> cells = new ArrayList<>(row);
            cells.set(i, first);
            cells.set((i * 7 + 3) % cells.size(), second);
            check(cells);
        }
    }

    @Property(tries = 50)
    void onHeadings(@ForAll("rows") List<String> titles) {
        assertThat(Headings.known(titles)).isBetween(0L, (long) titles.size());
    }

    private void check(List<String> cells) {
        switch (reader.read(cells)) {
            case NotUnderstood wrong -> assertThat(wrong.problems()).isNotEmpty();
            case Understood(PublishedNotice notice) -> {
                assertThat(notice.zone()).matches(Id.SYNTAX);
                assertThat(notice.project()).matches(Id.SYNTAX);
                assertThat("lc-" + notice.key()).matches(Id.SYNTAX);
                assertThat(notice.recording()).isEqualTo(notice.recording());
            }
        }
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return cells().list().ofSize(Beijing.headings().size());
    }

    @Provide
    Arbitrary<List<String>> realRows() {
        return Arbitraries.of(Beijing.rows());
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> numbers =
                Arbitraries.strings().withChars("0123456789.,-+eE年月日/ ;").ofMaxLength(30);
        Arbitrary<String> han =
                Arbitraries.strings().withCharRange('\u4e00', '\u4eff').ofMaxLength(12);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> seen = Arbitraries.of(Beijing.rows()).flatMap(Arbitraries::of);
        return Arbitraries.oneOf(numbers, han, any, seen, Arbitraries.just("9".repeat(5_000)));
    }
}
