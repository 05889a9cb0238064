package org.nestledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.nestledger.query.projection.ProjectionsIT.introduced;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Watch;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever rebuilds reports may have views and roles of their own, which a rebuild must not take away. */
class WhatOthersMadeOfTheReadModelsStaysIT {

    private final TestLedger ledger = new TestLedger();
    private final JdbcTemplate database = new JdbcTemplate(ledger.dataSource());
    private final Rebuild rebuild = new Rebuild(ledger.dataSource(), ledger.log(), ReadModels.all());

    @BeforeEach
    void fill() {
        ledger.append(introduced("p1"), introduced("p2"));
        ledger.caughtUp();
        database.execute("drop role if exists \"a reader\"");
        database.execute("create role \"a reader\"");
        database.execute("create schema reporting");
    }

    @AfterEach
    void close() {
        database.execute("drop owned by \"a reader\"");
        database.execute("drop role \"a reader\"");
        ledger.close();
    }

    @Test
    void aRoleMayReadWhatItMightReadBefore() throws Exception {
        database.execute("grant usage on schema read to \"a reader\"");
        database.execute("grant select on read.project to \"a reader\" with grant option");
        database.execute("grant select (amount) on read.movement to \"a reader\"");
        database.execute("grant select on read.parcel to public");
        database.execute("alter default privileges in schema read grant select on tables to \"a reader\"");

        swap();

        assertThat(may("has_schema_privilege('a reader', 'read', 'usage')")).isTrue();
        assertThat(may("has_schema_privilege('a reader', 'read', 'create')")).isFalse();
        assertThat(may("has_table_privilege('a reader', 'read.project', 'select with grant option')"))
                .isTrue();
        assertThat(may("has_table_privilege('a reader', 'read.project', 'insert')"))
                .isFalse();
        assertThat(may("has_column_privilege('a reader', 'read.movement', 'amount', 'select')"))
                .isTrue();
        assertThat(may("has_column_privilege('a reader', 'read.movement', 'position', 'select')"))
                .isFalse();
        assertThat(may("has_table_privilege('a reader', 'read.parcel', 'select')"))
                .isTrue();
        database.execute("create table read.later (n integer)");
        assertThat(may("has_table_privilege('a reader', 'read.later', 'select')"))
                .isTrue();
    }

    @Test
    void aRoleThatMightNotReadAFunctionThatAllMayStillMayNot() throws Exception {
        List<String> functions = database.queryForList(
                "select oid::regprocedure::text from pg_proc where pronamespace = 'read'::regnamespace order by 1",
                String.class);
        String function = functions.getFirst();
        database.execute("revoke execute on function " + function + " from public");

        swap();

        assertThat(may("has_function_privilege('a reader', '" + function + "', 'execute')"))
                .isFalse();
    }

    @Test
    void aViewElsewhereReadsTheNewTables() throws Exception {
        database.execute(
                "create view reporting.projects with (security_barrier = true) as select project from read.project");
        database.execute("create view reporting.\"how many\" as select count(*) as n from reporting.projects");
        database.execute("grant select on reporting.projects to \"a reader\"");

        swap();
        ledger.append(introduced("p3"));
        ledger.caughtUp();

        assertThat(database.queryForObject("select n from reporting.\"how many\"", Integer.class))
                .isEqualTo(3);
        assertThat(may("has_table_privilege('a reader', 'reporting.projects', 'select')"))
                .isTrue();
        assertThat(database.queryForObject(
                        "select reloptions::text from pg_class where oid = 'reporting.projects'::regclass",
                        String.class))
                .isEqualTo("{security_barrier=true}");
    }

    @Test
    void whoeverReadsAViewForLongHoldsUpNoRebuild() throws Exception {
        database.execute("create view reporting.projects as select project from read.project");
        try (Connection reader = ledger.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table reporting.projects in access share mode");

            assertTimeoutPreemptively(Duration.ofSeconds(40), this::swap);
        }
        ledger.append(introduced("p3"));
        ledger.caughtUp();
    }

    @Test
    void whatCannotReadTheNewTablesIsNamedWithWhatItWas() throws Exception {
        database.execute("create materialized view reporting.kept as select project from read.project");
        database.execute("create view reporting.fits as select project from read.project");
        database.execute("create view reporting.of_kept as select project from reporting.kept");
        database.execute("alter table read.project add column own integer");
        database.execute("create view reporting.of_own as select own from read.project");

        List<String> lost;
        try (Pause pause = new Pause(ledger.dataSource())) {
            Carried carried = Carried.of(pause.database());
            pause.database().execute("alter schema read rename to read_old");
            pause.database().execute("create schema read");
            pause.database().execute("create table read.project (project text)");
            lost = carried.restore(pause.database());
        }

        assertThat(lost)
                .containsExactly(
                        "materialized view reporting.kept: SELECT project FROM read_old.project;",
                        "view reporting.of_kept: SELECT project FROM reporting.kept;",
                        "view reporting.of_own: SELECT own FROM read_old.project;");
    }

    private void swap() throws Exception {
        long before = identity();
        assertThat(rebuild.run(Mode.SWAP, Watch.NONE).swapped()).isTrue();
        assertThat(identity()).isNotEqualTo(before);
    }

    private long identity() {
        return Long.parseLong(
                String.valueOf(database.queryForObject("select 'read.project'::regclass::oid::text", String.class)));
    }

    private boolean may(String question) {
        return Boolean.TRUE.equals(database.queryForObject("select " + question, Boolean.class));
    }
}
