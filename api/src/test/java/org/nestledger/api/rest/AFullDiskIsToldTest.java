package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.nestledger.api.database.DatabaseTrouble;
import org.nestledger.core.ledger.LedgerUnavailableException;

class AFullDiskIsToldTest {

    private final SQLException full = new SQLException("could not extend file: No space left on device", "53100");
    private final SQLException away = new SQLException("the connection was refused", "08001");

    @Test
    void toWhoSendsACommand() {
        Problem problem = Problem.of(new LedgerUnavailableException("refused", false, full));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("UNAVAILABLE");
        assertThat(problem.detail()).isEqualTo("The disk of the ledger's database is full.");
        assertThat(Problem.of(new LedgerUnavailableException("away", false, away))
                        .detail())
                .isEqualTo("The ledger's database does not answer.");
    }

    @Test
    void toWhoAsksOnTheCommandLine() {
        assertThat(DatabaseTrouble.isBehind(full)).isTrue();
        assertThat(DatabaseTrouble.sentence(new IllegalStateException(full))).contains("is full", "make room");
        assertThat(DatabaseTrouble.sentence(away)).contains("does not answer in time");
    }
}
