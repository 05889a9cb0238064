package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.explain.Explained.Differs;
import org.nestledger.query.report.explain.Explained.Found;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

class DamagedReadModelsAreNotExplainedIT {

    @Test
    void aFigureThatTheLogDoesNotGiveIsSaidToBeSo() {
        try (TestLedger ledger = new TestLedger()) {
            ledger.append(LegalHistories.of(List.of()).events().toArray(LedgerEvent[]::new));
            assertThat(explained(ledger.caughtUp())).isInstanceOf(Found.class);

            new JdbcTemplate(ledger.dataSource())
                    .update("update read.movement_sum set amount = amount + 1 where flow = 'ACQUIRE'");
            assertThat(explained(ledger))
                    .isInstanceOfSatisfying(
                            Differs.class,
                            differs -> assertThat(differs.sentence())
                                    .isEqualTo(
                                            "The read models give 90.000001 mu and the log 90 mu: one of them is damaged."));
        }
    }

    private static Explained explained(TestLedger ledger) {
        var question = Explanations.Question.ofYear("z", 2023, "land.acquired", null, null, null, KnownAt.now());
        return ((Answer.Found<Explained>) ledger.queries().explanations().annual(question)).report();
    }
}
