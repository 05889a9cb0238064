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
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.ReadModels;
import org.nestledger.query.page.TableWriter;
import org.nestledger.query.project.ProjectModel;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Watch;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Releases whose read models have other versions work on one database. */
class OtherReleasesMeetIT {

    private final TestLedger ledger = new TestLedger();
    private final JdbcTemplate database = new JdbcTemplate(ledger.dataSource());

    @BeforeEach
    void fill() {
        ledger.append(introduced("p1"), introduced("p2"));
        ledger.caughtUp();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aNewerOneRebuildsAtItsStartAndTheOlderOneThatRunsLeavesItAlone() throws Exception {
        try (Projections older = ReadModels.over(ledger.dataSource(), ledger.log());
                var otherLog = ledger.openLog();
                Projections newer = new Projections(ledger.dataSource(), otherLog, newerModels())) {
            older.start();
            assertThat(older.awaitPosition(ledger.append(introduced("p3")), ofSeconds(20)))
                    .isTrue();
            newer.start();
            await().atMost(ofSeconds(60)).until(() -> newer.status() instanceof ProjectionStatus.Running);
            await().until(() -> older.status() instanceof ProjectionStatus.Waiting);

            assertThat(newer.awaitPosition(ledger.append(introduced("p4")), ofSeconds(20)))
                    .isTrue();
            assertThat(names()).containsExactly("new p1", "new p2", "new p3", "new p4");
            assertThat(older.status()).isInstanceOf(ProjectionStatus.Waiting.class);
            assertThat(older.catchUp()).as("by the newer one").isEqualTo(4);
        }
        assertThatThrownBy(ledger::caughtUp)
                .isInstanceOf(UnusableReadModelsException.class)
                .hasMessageContaining("built by a newer release");
        var back =
                new Rebuild(ledger.dataSource(), ledger.log(), ReadModels.all()).run(Mode.SWAP_WHEN_SAME, Watch.NONE);
        assertThat(back.compared().changed()).containsExactly("project");
        ledger.caughtUp();
        assertThat(names()).containsExactly("p1", "p2", "p3", "p4");
    }

    @Test
    void aNewerOneDoesNotReplaceRowsThatDifferWhereItChangedNothing() throws Exception {
        database.update("update read.movement set amount = 5 where position = 1");
        try (Projections newer = new Projections(ledger.dataSource(), ledger.log(), newerModels())) {
            newer.start();
            await().atMost(ofSeconds(60))
                    .untilAsserted(() -> assertThat(newer.status()).isEqualTo(new ProjectionStatus.Diverged(2, 2, 1)));
            assertThat(names()).containsExactly("p1", "p2");
            assertThatThrownBy(newer::catchUp)
                    .isInstanceOf(UnusableReadModelsException.class)
                    .hasMessage("The read models differ from the log in 1 rows: ./ledger rebuild lists them, and with"
                            + " --accept replaces them.");
            newer.rebuild().run(Mode.SWAP, Watch.NONE);
            assertThat(newer.catchUp()).isEqualTo(2);
            assertThat(names()).containsExactly("new p1", "new p2");
        }
    }

    @Test
    void aSchemaOfAnEarlierReleaseIsReplacedAndNotChangedInPlace() {
        database.execute("drop table read.comparison; delete from read.schema_history where version::int >= 20;"
                + " update read.model set version = 14 where name = 'schema'");
        ReadSchema.migrate(ledger.dataSource());
        assertThat(database.queryForObject("select to_regclass('read.comparison') is null", Boolean.class))
                .isTrue();

        ledger.caughtUp();

        assertThat(Certificate.differences(database)).isZero();
        assertThat(database.queryForObject("select count(*) from read.comparison", Long.class))
                .isEqualTo(1);
        assertThat(Versions.stored(database, Schema.LIVE)).isEqualTo(Versions.of(ReadModels.all()));
        ReadSchema.migrate(ledger.dataSource());
    }

    @Test
    void anEmptySchemaOfAnEarlierReleaseIsMigratedInPlace() {
        try (TestLedger empty = new TestLedger()) {
            JdbcTemplate its = new JdbcTemplate(empty.dataSource());
            its.execute("drop schema read cascade");
            ReadSchema.LIVE.flyway(empty.dataSource()).target("14").load().migrate();
            assertThat(its.queryForObject("select to_regclass('read.comparison') is null", Boolean.class))
                    .isTrue();
            ReadSchema.migrate(empty.dataSource());
            assertThat(its.queryForObject("select to_regclass('read.comparison') is null", Boolean.class))
                    .isFalse();
        }
    }

    @Test
    void whatAKilledRebuildLeftIsRemovedAtTheNextStart() throws Exception {
        ReadSchema.createNext(ledger.dataSource());
        database.execute("create schema read_old; create table read_old.movement (position bigint)");
        try (Projections projections = ReadModels.over(ledger.dataSource(), ledger.log())) {
            projections.start();
            await().untilAsserted(() -> assertThat(Swap.isUntidy(database)).isFalse());
        }
        ReadSchema.createNext(ledger.dataSource());
        Rebuild rebuild = new Rebuild(ledger.dataSource(), ledger.log(), ReadModels.all());
        assertThat(rebuild.run(Mode.VERIFY, Watch.NONE).compared().same()).isTrue();
        assertThat(Swap.isUntidy(database)).isFalse();
    }

    @Test
    void aRebuildThatLosesItsLeaseEndsAndHarmsNothing() throws Exception {
        Rebuild rebuild = new Rebuild(ledger.dataSource(), ledger.log(), ReadModels.all());
        assertThatThrownBy(() -> rebuild.run(Mode.SWAP, (phase, done, total) -> {
                    if (phase == Rebuild.Phase.INDEX) {
                        ledger.database().killConnections();
                    }
                }))
                .isNotNull();
        assertThat(names()).containsExactly("p1", "p2");
        assertThat(rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE).swapped()).isTrue();
    }

    @Test
    void onlyOneRebuildsAtATime() throws Exception {
        Rebuild rebuild = new Rebuild(ledger.dataSource(), ledger.log(), ReadModels.all());
        rebuild.run(
                Mode.SWAP_WHEN_SAME,
                (phase, done, total) -> assertThatThrownBy(() -> rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE))
                        .isInstanceOf(RebuildRunsException.class));
        assertThat(names()).containsExactly("p1", "p2");
    }

    private List<String> names() {
        return database.queryForList("select name from read.project order by project", String.class);
    }

    private static List<ReadModel> newerModels() {
        return ReadModels.all().stream()
                .map(model -> model instanceof ProjectModel ? new NewerProjects(model) : model)
                .toList();
    }

    /** Calls projects otherwise. */
    private record NewerProjects(ReadModel now) implements ReadModel {

        @Override
        public String name() {
            return now.name();
        }

        @Override
        public int version() {
            return now.version() + 1;
        }

        @Override
        public List<String> tables() {
            return now.tables();
        }

        @Override
        public void apply(List<RecordedEvent> page, TableWriter out) {
            now.apply(page, new TableWriter() {
                @Override
                public void insert(String table, List<String> columns, List<Object[]> rows) {
                    int name = columns.indexOf("name");
                    rows.forEach(row -> {
                        if (name >= 0) {
                            row[name] = "new " + row[name];
                        }
                    });
                    out.insert(table, columns, rows);
                }

                @Override
                public void refold(org.nestledger.query.page.Refold current, java.util.Collection<String> ids) {
                    out.refold(current, ids);
                }

                @Override
                public void sum(org.nestledger.query.page.Sums sums, long first, long last) {
                    out.sum(sums, first, last);
                }
            });
        }
    }
}
