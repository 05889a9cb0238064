package org.nestledger.query.projection;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.query.ReadModels;
import org.nestledger.query.history.HistoryModel;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

class ProjectionsIT {

    private final TestLedger ledger = new TestLedger();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aReaderSeesWhatItWaitedFor() throws Exception {
        try (Projections projections = running()) {
            for (int n = 1; n <= 3; n++) {
                long position = ledger.append(introduced("p" + n));
                assertThat(projections.awaitPosition(position, ofSeconds(20))).isTrue();
                assertThat(projects()).isEqualTo(n);
            }
            assertThat(projections.status()).isEqualTo(new ProjectionStatus.Running(3, 3));
            assertThat(projections.awaitPosition(4, ofSeconds(0))).isFalse();
        }
    }

    @Test
    void whoeverFoldsKnowsTheStateWithoutLooking() throws Exception {
        Projections other;
        try (Projections projections = running()) {
            for (int n = 1; n <= 3; n++) {
                long position = ledger.append(introduced("p" + n));
                assertThat(projections.awaitPosition(position, ofSeconds(20))).isTrue();
                assertThat(projections.held()).contains(Projections.point(ledger.dataSource()));
            }
            try (var otherLog = ledger.openLog();
                    var second = ReadModels.over(ledger.dataSource(), otherLog)) {
                second.start();
                await().until(() -> second.status() instanceof ProjectionStatus.Waiting);
                assertThat(second.held()).as("of who does not fold").isEmpty();
            }
            other = projections;
        }
        assertThat(other.held()).as("after the end").isEmpty();
    }

    @Test
    void theFoldContinuesAfterARestart() throws Exception {
        ledger.append(introduced("p1"));
        try (Projections projections = running()) {
            assertThat(projections.awaitPosition(1, ofSeconds(20))).isTrue();
        }
        ledger.append(introduced("p2"));
        try (Projections projections = running()) {
            assertThat(projections.awaitPosition(2, ofSeconds(20))).isTrue();
            assertThat(projections.position()).isEqualTo(2);
        }
        assertThat(projects()).isEqualTo(2);
    }

    @Test
    void anUndecodableEventStopsTheFoldAfterTheGoodOnesBeforeIt() throws Exception {
        ledger.append(introduced("p1"));
        ledger.append(introduced("p2"));
        ledger.appendUnknown(introduced("p3"));
        ledger.append(introduced("p4"));
        try (Projections projections = running()) {
            assertThat(projections.awaitPosition(4, ofSeconds(20))).isFalse();

            var stopped = (ProjectionStatus.Stopped) projections.status();
            assertThat(stopped.position()).isEqualTo(2);
            assertThat(stopped.failedAt()).isEqualTo(3);
            assertThat(stopped.eventId()).isNotEmpty();
            assertThat(stopped.reason()).contains("test.Unknown");
            assertThat(projections.position()).isEqualTo(2);
            assertThatThrownBy(projections::catchUp).isInstanceOf(ProjectionStoppedException.class);
        }
        assertThat(projects()).isEqualTo(2);
    }

    @Test
    void aReadModelThatFailsMidwayLeavesNeitherRowsNorPosition() throws Exception {
        ledger.append(introduced("p1"));
        ledger.append(introduced("bad"));
        ledger.append(introduced("p3"));
        var projections =
                new Projections(ledger.dataSource(), ledger.log(), List.of(new HistoryModel(), new FailsAt("bad")));
        try (projections) {
            projections.start();
            await().until(() -> projections.status() instanceof ProjectionStatus.Stopped);

            var stopped = (ProjectionStatus.Stopped) projections.status();
            assertThat(stopped.failedAt()).isEqualTo(2);
            assertThat(stopped.reason()).isEqualTo("no row for bad");
            assertThat(projections.position()).isEqualTo(1);
        }
        assertThat(count("read.event")).isEqualTo(1);
    }

    @Test
    void oneOfTwoProcessesFoldsAndTheOtherTakesOver() throws Exception {
        ledger.append(introduced("p1"));
        Projections first = running();
        try (var otherLog = ledger.openLog();
                var second = ReadModels.over(ledger.dataSource(), otherLog)) {
            assertThat(first.awaitPosition(1, ofSeconds(20))).isTrue();
            second.start();
            await().until(() -> second.status() instanceof ProjectionStatus.Waiting);
            long seen = ledger.append(introduced("p2"));
            assertThat(second.awaitPosition(seen, ofSeconds(20))).isTrue();
            assertThat(second.status()).isInstanceOf(ProjectionStatus.Waiting.class);

            first.close();
            assertThat(first.status()).isInstanceOf(ProjectionStatus.Idle.class);
            await().until(() -> second.status() instanceof ProjectionStatus.Running);
            assertThat(second.awaitPosition(ledger.append(introduced("p3")), ofSeconds(20)))
                    .isTrue();
        }
        assertThat(projects()).isEqualTo(3);
    }

    @Test
    void anOutageOfTheDatabaseIsSurvived() throws Exception {
        try (Projections projections = running()) {
            assertThat(projections.awaitPosition(ledger.append(introduced("p1")), ofSeconds(20)))
                    .isTrue();
            ledger.database().killConnections();
            await().atMost(ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(projections.awaitPosition(ledger.append(introduced("p2")), ofSeconds(5)))
                                    .isTrue());
            assertThat(projections.status()).isInstanceOf(ProjectionStatus.Running.class);
        }
    }

    @Test
    void anotherVersionOfAReadModelIsFoldedAgainFromTheStart() throws Exception {
        ledger.append(introduced("p1"));
        ledger.caughtUp();
        new JdbcTemplate(ledger.dataSource()).update("update read.model set version = 0 where name = 'project'");
        new JdbcTemplate(ledger.dataSource()).update("delete from read.project");

        ledger.caughtUp();

        assertThat(projects()).isEqualTo(1);
        assertThat(count("read.event")).isEqualTo(1);
    }

    @Test
    void whatWasFoldedAlreadyIsNotFoldedTwice() throws Exception {
        ledger.append(introduced("p1"));
        ledger.caughtUp().caughtUp();
        assertThat(count("read.event")).isEqualTo(1);
    }

    private Projections running() {
        Projections projections = ReadModels.over(ledger.dataSource(), ledger.log());
        projections.start();
        return projections;
    }

    private long projects() {
        return count("read.project");
    }

    private long count(String table) {
        return new JdbcTemplate(ledger.dataSource()).queryForObject("select count(*) from " + table, Long.class);
    }

    static ProjectIntroduced introduced(String id) {
        return new ProjectIntroduced(
                "z", List.of(), id, id, null, null, null, null, null, null, LocalDate.of(2023, 3, 3), List.of());
    }

    /** Fails after the models before it have written their rows. */
    record FailsAt(String project) implements ReadModel {

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public void apply(List<RecordedEvent> page, TableWriter out) {
            for (RecordedEvent event : page) {
                if (event.payload() instanceof ProjectIntroduced e
                        && e.project().equals(project)) {
                    throw new IllegalStateException("no row for " + project);
                }
            }
        }
    }
}
