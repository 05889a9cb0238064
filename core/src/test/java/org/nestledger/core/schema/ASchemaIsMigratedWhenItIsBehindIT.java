package org.nestledger.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.testing.TestDatabase;

class ASchemaIsMigratedWhenItIsBehindIT {

    private static final MigrationFiles FIRST = new MigrationFiles(List.of(
            new MigrationFile(1, "V1__land.sql", "-- 土地\r\ncreate table estate.land (id text);\n"),
            new MigrationFile(2, "V2__owner.sql", "create table estate.owner (id text);")));

    private static final MigrationFiles SECOND = new MigrationFiles(List.of(
            FIRST.files().get(0),
            FIRST.files().get(1),
            new MigrationFile(3, "V3__use.sql", "create table estate.use (id text)")));

    private final TestDatabase database = TestDatabase.create();
    private final MigratedSchema first = new MigratedSchema("estate", FIRST);
    private final MigratedSchema second = new MigratedSchema("estate", SECOND);

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> tables(String schema) throws SQLException {
        try (Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select tablename from pg_tables where schemaname = '" + schema
                        + "' and tablename <> 'schema_history' order by 1")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    @Test
    void anEmptyDatabaseHasItAfterwardsAndANewerProgramGoesOnFromThere() throws Exception {
        assertThat(first.isCurrent(database.unpooled())).isFalse();
        first.migrate(database.unpooled());
        assertThat(first.isCurrent(database.unpooled())).isTrue();
        assertThat(tables("estate")).containsExactly("land", "owner");

        assertThat(second.isCurrent(database.unpooled())).isFalse();
        second.migrate(database.unpooled());
        assertThat(second.isCurrent(database.unpooled())).isTrue();
        assertThat(tables("estate")).containsExactly("land", "owner", "use");
    }

    @Test
    void theChecksumsAreThoseOfFlyway() {
        assertThat(Arrays.stream(
                                second.flyway(database.unpooled()).load().info().all())
                        .map(MigrationInfo::getChecksum))
                .isEqualTo(SECOND.files().stream().map(MigrationFile::checksum).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void aProgramThatIsOlderThanTheSchemaAsksFlyway() {
        second.migrate(database.unpooled());
        assertThat(first.isCurrent(database.unpooled())).isFalse();
        first.migrate(database.unpooled());
        assertThat(second.isCurrent(database.unpooled())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update estate.schema_history set checksum = checksum + 1 where version = '2'",
                "update estate.schema_history set success = false where version = '2'",
                "update estate.schema_history set type = 'JDBC' where version = '1'",
                "update estate.schema_history set version = '7', script = 'V7__other.sql' where version = '2'",
            })
    void whatIsNotAsItWasMigratedIsRefused(String change) {
        first.migrate(database.unpooled());
        database.execute(change);
        assertThat(first.isCurrent(database.unpooled())).isFalse();
        assertThatThrownBy(() -> first.migrate(database.unpooled()))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("failed");
    }

    @Test
    void whatWasForgottenIsDoneAgainOrRefusedByTheDatabase() throws Exception {
        first.migrate(database.unpooled());
        database.execute("delete from estate.schema_history where version = '2'");
        assertThat(first.isCurrent(database.unpooled())).isFalse();
        assertThatThrownBy(() -> first.migrate(database.unpooled())).hasMessageContaining("already exists");
        database.execute("drop table estate.owner");
        first.migrate(database.unpooled());
        assertThat(first.isCurrent(database.unpooled())).isTrue();
        assertThat(tables("estate")).containsExactly("land", "owner");
    }

    @Test
    void theSameIsMadeBesideAndTakesItsHistory() throws Exception {
        first.migrate(database.unpooled());
        MigratedSchema beside = first.beside("other", text -> text.replace("estate.", "other."));
        beside.flyway(database.unpooled()).load().migrate();
        assertThat(tables("other")).isEqualTo(tables("estate"));
        beside.takeHistoryOf(first, database.unpooled());

        database.execute("drop schema estate cascade");
        database.execute("alter schema other rename to estate");
        assertThat(first.isCurrent(database.unpooled())).isTrue();
        first.flyway(database.unpooled()).load().validate();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNoSchemaThatIsBehind() {
        database.execute("create schema estate");
        database.execute("create view estate.schema_history as select 1 as one");
        assertThatThrownBy(() -> first.isCurrent(database.unpooled()))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("The history of the schema estate cannot be read")
                .hasRootCauseInstanceOf(SQLException.class);
    }
}
