package org.nestledger.query.projection;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nestledger.query.projection.ProjectionsIT.introduced;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.query.ReadModels;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.project.ProjectFilter;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Phase;
import org.nestledger.query.projection.Rebuild.Watch;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

class RebuildIT {

    private final TestLedger ledger = new TestLedger();
    private final JdbcTemplate database = new JdbcTemplate(ledger.dataSource());
    private final Rebuild rebuild = new Rebuild(ledger.dataSource(), ledger.log(), ReadModels.all());

    @BeforeEach
    void fill() {
        ledger.append(
                IntStream.rangeClosed(1, 30).mapToObj(n -> introduced("p" + n)).toArray(LedgerEvent[]::new));
        ledger.caughtUp();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsTheSameTakesThePlaceOfTheOld() throws Exception {
        long before = identity();

        Rebuilt rebuilt = rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE);

        assertThat(rebuilt.swapped()).isTrue();
        assertThat(rebuilt.compared().position()).isEqualTo(30);
        assertThat(rebuilt.compared().tables()).isGreaterThan(20);
        assertThat(rebuilt.compared().digest()).hasSize(64);
        assertThat(rebuilt.compared().first()).isEmpty();
        assertThat(identity()).isNotEqualTo(before);
        onlyTheLiveSchemaIsThere();
        everythingWorks(30);
        ReadSchema.migrate(ledger.dataSource());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aRecordThatWasChangedIsNamedAndFoldedIntoNothing(Mode mode) {
        database.execute("set session_replication_role = replica; update log.event set record ="
                + " convert_to(replace(convert_from(record, 'UTF8'), 'p17', 'q17'), 'UTF8') where position = 17");
        long before = identity();

        assertThatThrownBy(() -> rebuild.run(mode, Watch.NONE))
                .hasStackTraceContaining("position 17")
                .hasStackTraceContaining("was changed after it was recorded");

        assertThat(identity()).isEqualTo(before);
        onlyTheLiveSchemaIsThere();
    }

    @Test
    void theSameRowsHaveTheSameDigestAgain() throws Exception {
        String first = rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE).compared().digest();
        assertThat(rebuild.run(Mode.VERIFY, Watch.NONE).compared().digest()).isEqualTo(first);
        ledger.append(introduced("one-more"));
        ledger.caughtUp();
        assertThat(rebuild.run(Mode.VERIFY, Watch.NONE).compared().digest()).isNotEqualTo(first);
    }

    @Test
    void theNewSchemaHasTheIndexesAndKeysOfTheOld() throws Exception {
        List<String> before = indexes();
        rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE);
        assertThat(indexes()).isEqualTo(before).hasSizeGreaterThan(50);
    }

    @Test
    void aDifferenceIsListedAndNothingIsReplaced() throws Exception {
        database.update("update read.movement set amount = amount + 1 where position = 7");
        database.update("delete from read.project where project = 'p9'");
        database.update("insert into read.reversal values (5, 1000, '2023-01-01', null, 'twice')");
        long before = identity();

        Rebuilt rebuilt = rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE);

        assertThat(rebuilt.swapped()).isFalse();
        assertThat(rebuilt.compared().differences()).isEqualTo(3);
        assertThat(rebuilt.compared().first())
                .extracting(Difference::toString)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).isEqualTo("read.movement (7, 0): amount is 2, the log gives 1"),
                        line -> assertThat(line)
                                .startsWith("read.project (p9): missing, the log gives {\"name\": \"p9\""),
                        line -> assertThat(line).startsWith("read.reversal (5): not in the log: {"));
        assertThat(identity()).isEqualTo(before);
        assertThat(Certificate.differences(database)).isEqualTo(3);
        onlyTheLiveSchemaIsThere();
    }

    @Test
    void aDifferenceIsReplacedWhenThatIsAccepted() throws Exception {
        database.update("update read.movement set amount = amount + 1 where position = 7");

        Rebuilt rebuilt = rebuild.run(Mode.SWAP, Watch.NONE);

        assertThat(rebuilt.swapped()).isTrue();
        assertThat(rebuilt.compared().differences()).isEqualTo(1);
        assertThat(Certificate.differences(database)).isZero();
        assertThat(rebuild.run(Mode.VERIFY, Watch.NONE).compared().same()).isTrue();
    }

    @Test
    void manyDifferencesAreCountedAndSomeAreNamed() throws Exception {
        database.update("delete from read.event");
        Compared compared = rebuild.run(Mode.VERIFY, Watch.NONE).compared();
        assertThat(compared.differences()).isEqualTo(30);
        assertThat(compared.first()).hasSize(Comparison.NAMED);
    }

    @Test
    void rowsTwiceATableLessAndAWrongPositionAreDifferencesToo() throws Exception {
        database.execute("alter table read.visit rename to visitors");
        database.execute("alter table read.fund_entry rename column note to remark");
        database.execute("alter table read.project_plan drop constraint project_plan_pkey");
        database.update("insert into read.event_entity values ('zone', 'other', 3)");
        database.update("update read.projection set position = 99");

        Compared compared = rebuild.run(Mode.SWAP_WHEN_SAME, Watch.NONE).compared();

        assertThat(compared.first())
                .extracting(Difference::table)
                .containsExactlyInAnyOrder("read.projection", "read.visit", "read.fund_entry", "read.event_entity");
        assertThat(rebuild.run(Mode.SWAP, Watch.NONE).swapped()).isTrue();
        everythingWorks(30);
    }

    @Test
    void verifyingReplacesNothing() throws Exception {
        long before = identity();
        assertThat(rebuild.run(Mode.VERIFY, Watch.NONE))
                .extracting(Rebuilt::swapped)
                .isEqualTo(false);
        assertThat(identity()).isEqualTo(before);
        onlyTheLiveSchemaIsThere();
    }

    @Test
    void theOldFollowAndAreAskedWhileTheNewAreFilledAndTheFollowingGoesOn() throws Exception {
        try (Projections projections = ReadModels.over(ledger.dataSource(), ledger.log())) {
            projections.start();
            List<Phase> phases = new ArrayList<>();
            Rebuilt rebuilt = rebuild.run(Mode.SWAP_WHEN_SAME, (phase, done, total) -> {
                if (phases.isEmpty() || phases.getLast() != phase) {
                    phases.add(phase);
                    seen(projections, introduced("while-" + phase));
                }
            });
            assertThat(rebuilt.swapped()).isTrue();
            assertThat(phases).containsExactly(Phase.FOLD, Phase.INDEX, Phase.COMPARE);
            seen(projections, introduced("after"));
            everythingWorks(34);
        }
    }

    @Test
    void anEmptyLedgerIsTheSame() throws Exception {
        try (TestLedger empty = new TestLedger()) {
            Rebuild nothing = new Rebuild(empty.dataSource(), empty.log(), ReadModels.all());
            empty.caughtUp();
            assertThat(nothing.run(Mode.VERIFY, Watch.NONE).compared().same()).isTrue();
            assertThat(nothing.run(Mode.SWAP_WHEN_SAME, Watch.NONE).swapped()).isTrue();
        }
    }

    @Test
    void readModelsThatWereNeverFoldedAreFilled() throws Exception {
        try (TestLedger restored = new TestLedger()) {
            restored.append(introduced("p1"), introduced("p2"));
            Rebuild all = new Rebuild(restored.dataSource(), restored.log(), ReadModels.all());
            assertThat(all.run(Mode.SWAP_WHEN_SAME, Watch.NONE).swapped()).isTrue();
            assertThat(all.run(Mode.VERIFY, Watch.NONE).compared().position()).isEqualTo(2);
        }
    }

    @Test
    void anEventThatCannotBeFoldedEndsItAndTheOldStay() throws Exception {
        ledger.appendUnknown(introduced("p3"));
        database.update("update read.projection set position = 31");
        assertThatThrownBy(() -> rebuild.run(Mode.SWAP, Watch.NONE))
                .isInstanceOfSatisfying(
                        ProjectionStoppedException.class,
                        stopped -> assertThat(stopped.status().failedAt()).isEqualTo(31));
        onlyTheLiveSchemaIsThere();
    }

    private void seen(Projections projections, LedgerEvent event) {
        try {
            assertThat(projections.awaitPosition(ledger.append(event), ofSeconds(20)))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void everythingWorks(int projects) {
        assertThat(ledger.queries()
                        .projects()
                        .list(ProjectFilter.ALL, PageRequest.first(100))
                        .items())
                .hasSize(projects);
        ledger.append(introduced("last"));
        ledger.caughtUp();
        await().untilAsserted(() -> assertThat(
                        database.queryForObject("select count(*) from read.project_at('infinity', 9999)", Long.class))
                .isEqualTo(projects + 1));
    }

    private void onlyTheLiveSchemaIsThere() {
        assertThat(database.queryForList("select nspname from pg_namespace where nspname like 'read%'", String.class))
                .containsExactly("read");
    }

    private List<String> indexes() {
        return database.queryForList(
                "select indexdef from pg_indexes where schemaname = 'read' union all select conrelid::regclass || ' '"
                        + " || conname || pg_get_constraintdef(oid) from pg_constraint"
                        + " where connamespace = 'read'::regnamespace order by 1",
                String.class);
    }

    private long identity() {
        return Positions.identity(database, Schema.LIVE);
    }
}
