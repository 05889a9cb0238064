package org.nestledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nestledger.query.projection.ProjectionsIT.introduced;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Phase;
import org.nestledger.query.projection.Rebuild.Watch;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log that was restored is there as a whole before the first event of it is in the read models. */
class AReadModelOfNothingIsBuiltAtOnceIT {

    private static final int PER_APPEND = 5_000;

    private final TestLedger ledger = new TestLedger();
    private final JdbcTemplate database = new JdbcTemplate(ledger.dataSource());

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void byWhoeverAsksFirstWhoIsToldHowFarItIs() throws Exception {
        append(Folder.BUILT_AT_ONCE);
        try (Projections projections = new Projections(ledger.dataSource(), ledger.log(), ReadModels.all())) {
            long empty = identity();
            List<Long> totals = new ArrayList<>();
            List<Phase> phases = new ArrayList<>();
            Watch watch = (phase, done, total) -> {
                phases.add(phase);
                if (phase == Phase.FOLD) {
                    totals.add(total);
                }
            };
            assertThat(projections.catchUp(watch)).isEqualTo(Folder.BUILT_AT_ONCE);
            assertThat(identity()).isNotEqualTo(empty);
            assertThat(phases).contains(Phase.FOLD, Phase.INDEX);
            assertThat(totals).containsOnly((long) Folder.BUILT_AT_ONCE);
            isWhatTheLogGives(projections);
        }
    }

    @Test
    void byTheThreadThatFollowsWhichThenGoesOn() throws Exception {
        append(Folder.BUILT_AT_ONCE);
        try (Projections projections = new Projections(ledger.dataSource(), ledger.log(), ReadModels.all())) {
            long empty = identity();
            projections.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> projections.position() == Folder.BUILT_AT_ONCE);
            assertThat(identity()).isNotEqualTo(empty);
            ledger.append(introduced("one-more"));
            assertThat(projections.awaitPosition(Folder.BUILT_AT_ONCE + 1, Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    @Test
    void whileFewerEventsAreFoldedIntoThoseThatAreThere() throws Exception {
        append(PER_APPEND);
        try (Projections projections = new Projections(ledger.dataSource(), ledger.log(), ReadModels.all())) {
            long empty = identity();
            assertThat(projections.catchUp()).isEqualTo(PER_APPEND);
            assertThat(identity()).isEqualTo(empty);
            isWhatTheLogGives(projections);
        }
    }

    private static void isWhatTheLogGives(Projections projections) throws RebuildRunsException {
        assertThat(projections.rebuild().run(Mode.VERIFY, Watch.NONE).compared().first())
                .isEmpty();
    }

    private void append(int events) {
        for (int first = 0; first < events; first += PER_APPEND) {
            ledger.append(IntStream.range(first, first + PER_APPEND)
                    .mapToObj(n -> introduced("p" + n))
                    .toArray(LedgerEvent[]::new));
        }
    }

    private long identity() {
        return Positions.identity(database, Schema.LIVE);
    }
}
