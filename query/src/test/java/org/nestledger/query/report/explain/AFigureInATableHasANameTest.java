package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.query.report.explain.WhatAFigureIsMadeOfTest.LOG;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.LedgerEvent;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "land/total/z/land:acquired",
                "land/total/z/land:nowhere/closing",
                "land/total/z/land:acquired/GIFT",
                "quota/total/z/2023/lost",
                "pipeline/stages/SOMEWHERE/came",
                "pipeline/moves/SOMEWHERE/INTRODUCED",
                "investment/by colour/red/planned",
                "investment/total/z/hoped",
                "capital/total/z/GOLD/to date",
                "capital/total/z/PRICE/some day",
                "permit-durations/by kind/DRIVING/ANYBODY/all/median",
                "permit-durations/by kind/CONSTRUCTION/ANYBODY/all/mode",
                "targets/targets/land.foo/reached",
                "targets/targets/land.acquired/hope",
                "ranks/ranks/land.rescinded/z/rank",
                "late-recording/summary/shortest",
                "late-recording/delays/NEVER",
                "reversals/by actor/me/regretted",
                "unsupported/by type and actor/x/y/z",
                "stages/total/z",
                "annual/land.acquired",
                "annual/figures/land.acquired/z/",
                "annual/balances/land:nowhere/z/",
                "annual/flows/OPENING/z/",
                "annual/flows/SUPPLY/z/2023",
                "annual/pipeline/introduced/z/2023",
                "annual/balances/quota:available/z/",
                "annual/balances/quota:available/z/next",
                "annual/balances/land:acquired/z/2023",
                "land/by year/z/land:acquired/closing",
                "land/total/z/quota:available/closing",
                "land/total/z/land:acquired/OPENING",
                "quota/by year/z/2023/granted",
                "quota/total/z/null/granted",
                "capital/by year/z/PRICE/to date",
                "permit-durations/by grantor/CONSTRUCTION/ANYBODY/city/median",
                "permit-durations/by kind/CONSTRUCTION/ANYBODY/city/median",
                "permit-durations/four certificates/FOUR/ANYBODY//median",
                "permit-durations/four certificates/anything///median",
                "approved-not-supplied/by zone/z/all/approved",
                "approved-not-supplied/total/z/unknown/approved",
                "annual/pipeline/INTRODUCED/z/",
            })
    void whatNoTableHasIsNoFigure(String figure) {
        assertThat(Explainer.knows(figure)).isFalse();
        assertThat(Interest.in(figure).test((LedgerEvent) LOG.get(6).payload())).isFalse();
    }
}
