package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.query.report.explain.WhatAFigureIsMadeOfTest.recorded;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.Scenario;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.reconciliation.Judgement;
import org.nestledger.query.report.reconciliation.ReconciledFigure;
import org.nestledger.query.report.reconciliation.Reconciliation;
import org.nestledger.query.report.reconciliation.Reconciling;
import org.nestledger.query.testing.TestLedger;

/** Logs hold figures that a zone published about another one, from before that was refused. */
class FiguresOfOtherZonesAreNotJudgedIT {

    private static final String DAYS = " statedOn=2023-12-31 publishedOn=2024-01-02";
    private static final String FASTEST = "PublishFigure measure=permits.four-certificates.fastest unit=days value=9";

    private static TestLedger ledger;

    @BeforeAll
    static void record() {
        ledger = new TestLedger();
        String commands = Scenario.ZONES + """
                RegisterParcel zone=peer parcel=r area=500mu on=2023-01-01
                AcquireLand zone=peer parcel=r area=300mu on=2023-02-01
                IntroduceProject project=c zone=peer on=2023-03-01
                PublishFigure figure=other measure=land.acquired value=1 %1$s
                PublishFigure figure=place measure=land.acquired.rank unit=rank value=1 %1$s
                PublishFigure figure=said measure=land.acquired precision=statement %1$s
                PublishFigure zone=city figure=above measure=land.acquired subject=peer value=300 %1$s
                %2$s figure=days %1$s
                """.formatted(DAYS, FASTEST);
        Map<String, String> subjects = Map.of("other", "peer", "place", "peer", "said", "peer", "days", "c");
        ledger.append(EarlierPublications.among(recorded(commands), subjects).stream()
                .map(each -> (LedgerEvent) each.payload())
                .toArray(LedgerEvent[]::new));
        ledger.caughtUp();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @ParameterizedTest
    @CsvSource({
        "other, NOT_DERIVABLE, peer",
        "place, NOT_DERIVABLE, peer",
        "said,  STATEMENT,     peer",
        "days,  NOT_DERIVABLE, c",
    })
    void theLedgerSaysNothingToWhoeverIsElsewhere(String figure, String verdict, String subject) {
        ReconciledFigure found = figure("z", figure);
        for (Judgement judgement : new Judgement[] {found.now(), found.atPublication()}) {
            assertThat(judgement.ledger()).isNull();
            assertThat(judgement.verdict().name()).isEqualTo(verdict);
            assertThat(judgement.verdict().sentence())
                    .isEqualTo("Not derivable: " + subject + " is not in the books of zone z.");
        }
    }

    @Test
    void aZoneAboveIsToldWhatItHolds() {
        assertThat(figure("city", "above").now().verdict().name()).isEqualTo("AGREES");
    }

    private static ReconciledFigure figure(String zone, String figure) {
        var answer = ledger.queries().reports().ofYear(zone, 2023, null, KnownAt.now(), Reconciling::report);
        return ((Answer.Found<Reconciliation>) answer)
                .report().figures().stream()
                        .filter(each -> each.published().figure().equals(figure))
                        .findFirst()
                        .orElseThrow();
    }
}
