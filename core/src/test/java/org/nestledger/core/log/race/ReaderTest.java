package org.nestledger.core.log.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nestledger.core.log.race.Reader.Line;

class ReaderTest {

    private static final Line ONE = new Line(1, "one");
    private static final Line TWO = new Line(2, "two");
    private static final Line THREE = new Line(3, "three");

    @Test
    void readersOfOneLogSeeTheSameWhateverThePages() throws Exception {
        assertThat(read(3, page(ONE, TWO, THREE)))
                .isEqualTo(read(3, page(ONE), page(), page(TWO, THREE)))
                .isNotEqualTo(read(3, page(ONE, TWO, new Line(3, "tree"))))
                .isNotEqualTo(read(2, page(ONE, TWO)));
    }

    @Test
    void aPositionThatIsLeftOutOrComesAgainIsNoticed() {
        assertThatThrownBy(() -> read(3, page(ONE, THREE))).hasMessage("after position 1 came 3");
        assertThatThrownBy(() -> read(3, page(ONE), page(ONE, TWO))).hasMessage("after position 1 came 1");
        assertThatThrownBy(() -> read(3, page(TWO, ONE))).hasMessage("after position 0 came 2");
    }

    @Test
    void aLogThatGrowsOnIsNoticed() {
        assertThatThrownBy(() -> read(2, page(ONE, TWO, THREE))).hasMessageContaining("still growing");
    }

    private static String read(long last, Line[]... pages) throws Exception {
        Deque<List<Line>> rest = new ArrayDeque<>(Stream.of(pages).map(List::of).toList());
        return new Reader(_ -> rest.removeFirst()).readTo(CompletableFuture.completedFuture(last));
    }

    private static Line[] page(Line... lines) {
        return lines;
    }
}
