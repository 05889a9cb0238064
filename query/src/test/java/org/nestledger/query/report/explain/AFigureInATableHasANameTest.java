package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AFigureInATableHasANameTest {

    @Test
    void ofTheReportTheTableAndTheKey() {
        assertThat(new TableFigure("land", List.of("total", "z", "land:serviced", "SUPPLY")).measure())
                .isEqualTo("land/total/z/land:serviced/SUPPLY");
    }

    @Test
    void aSlashWithinACellIsWrittenInAnotherWay() {
        TableFigure figure = new TableFigure("permit-durations", List.of("by grantor", "z/w~1", "median"));
        assertThat(figure.measure()).isEqualTo("permit-durations/by grantor/z~1w~01/median");
    }

    @Property
    void anyNameIsReadAsWhatItWasMadeOf(
            @ForAll @Size(min = 1, max = 5)
                    List<@StringLength(max = 6) @Chars({'a', '/', '~', '0', '1', ' '}) String> cells) {
        TableFigure figure = new TableFigure("land", cells);
        assertThat(TableFigure.of(figure.measure())).contains(figure);
    }

    @Test
    void aFigureOfTheAnnualReportHasNone() {
        assertThat(TableFigure.of("land.acquired.rank")).isEmpty();
    }
}
