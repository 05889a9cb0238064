package org.nestledger.query.projection;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.query.projection.ProjectionsIT.introduced;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.query.ReadModels;
import org.nestledger.query.history.HistoryModel;
import org.nestledger.query.projection.ProjectionStatus.Diverged;
import org.nestledger.query.projection.ProjectionStatus.Running;
import org.nestledger.query.projection.ProjectionStatus.Stopped;
import org.nestledger.query.projection.ProjectionStatus.Waiting;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Watch;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever happened to the read models, whoever follows says so, and goes on by itself once they were built anew. */
class DamagedReadModelsAreBuiltAnewIT {

    private final TestLedger ledger = new TestLedger();
    private final JdbcTemplate database = new JdbcTemplate(ledger.dataSource());
    private final Rebuild rebuild = new Rebuild(ledger.dataSource(), ledger.log(), ReadModels.all());
    private final Projections projections = ReadModels.over(ledger.dataSource(), ledger.log());

    @BeforeEach
    void fill() {
        ledger.append(introduced("p1"), introduced("p2"));
        ledger.caughtUp();
    }

    @AfterEach
    void close() {
        projections.close();
        ledger.close();
    }

    @Test
    void whoStoppedAtTablesThatAreGoneGoesOnInNewOnes() throws Exception {
        database.execute("alter table read.event rename to gone");
        projections.start();
        ledger.append(introduced("p3"));
        await().until(() -> projections.status() instanceof Stopped);
        assertThat(((Stopped) projections.status()).reason())
                .isEqualTo("ERROR: relation \"read.event\" does not exist");

        assertThat(rebuild.run(Mode.SWAP, Watch.NONE).swapped()).isTrue();

        follows(3);
    }

    @Test
    void whoStoppedFollowsWhoeverKnowsTheEvent() throws Exception {
        ledger.append(introduced("bad"));
        try (var otherLog = ledger.openLog();
                Projections first = new Projections(ledger.dataSource(), ledger.log(), failing("bad"));
                Projections second = new Projections(ledger.dataSource(), otherLog, failing("none"))) {
            database.update("delete from read.model");
            database.update("update read.projection set position = 0");
            database.update("delete from read.event");
            database.update("delete from read.event_entity");
            first.start();
            await().until(() -> first.status() instanceof Stopped stopped && stopped.failedAt() == 3);
            second.start();
            await().until(() -> second.status() instanceof Running);
            await().untilAsserted(() -> assertThat(first.status()).isEqualTo(new Waiting(3, 3)));
            assertThat(first.awaitPosition(ledger.append(introduced("p4")), ofSeconds(20)))
                    .isTrue();
        }
    }

    @Test
    void aPositionAfterTheEndOfTheLogIsADivergence() throws Exception {
        database.update("update read.projection set position = 9");
        projections.start();
        await().until(() -> projections.status() instanceof Diverged);
        assertThatThrownBy(projections::catchUp)
                .isInstanceOf(UnusableReadModelsException.class)
                .hasMessageContaining("are at position 9, and the log ends at position 2");
        assertThat(rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE).swapped()).isFalse();
        assertThat(rebuild.run(Mode.SWAP, Watch.NONE).swapped()).isTrue();
        follows(2);
    }

    @Test
    void aPositionThatIsGoneIsSaidAndFoundAgain() throws Exception {
        database.update("delete from read.projection");
        projections.start();
        await().until(() -> projections.status() instanceof Diverged);
        for (Mode mode : List.of(Mode.VERIFY, Mode.SWAP_WHEN_SAME)) {
            assertThatThrownBy(() -> rebuild.run(mode, Watch.NONE))
                    .isInstanceOf(UnusableReadModelsException.class)
                    .hasMessageContaining("do not say where they are");
        }
        assertThat(rebuild.run(Mode.SWAP, Watch.NONE).swapped()).isTrue();
        follows(2);
    }

    @Test
    void rowsWhosePositionWasSetBackAreNotReplacedUnnoticed() throws Exception {
        database.update("update read.projection set position = 0");
        database.update("delete from read.project where project = 'p1'");
        for (Mode mode : List.of(Mode.VERIFY, Mode.SWAP_WHEN_SAME)) {
            Rebuilt rebuilt = rebuild.run(mode, Watch.NONE);
            assertThat(rebuilt.swapped()).isFalse();
            assertThat(rebuilt.compared().first())
                    .extracting(Difference::toString)
                    .hasSize(2)
                    .contains("read.projection: the position is 0, the log gives 2");
        }
        projections.start();
        await().until(() -> projections.status() instanceof Stopped);
        assertThat(rebuild.run(Mode.SWAP, Watch.NONE).swapped()).isTrue();
        follows(2);
    }

    private void follows(long position) throws Exception {
        await().untilAsserted(() -> assertThat(projections.status()).isEqualTo(new Running(position, position)));
        assertThat(projections.awaitPosition(ledger.append(introduced("one-more")), ofSeconds(20)))
                .isTrue();
        assertThat(rebuild.run(Mode.VERIFY, Watch.NONE).compared().same()).isTrue();
    }

    private static List<ReadModel> failing(String project) {
        return List.of(new HistoryModel(), new ProjectionsIT.FailsAt(project));
    }
}
