package org.nestledger.query.projection;

import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database schema {@code read}, migrated on its own history table, apart from the log's. */
public final class ReadSchema {

    static final String MIGRATIONS = "org/nestledger/query/projection/migration";

    private static final String HISTORY = "schema_history";

    private ReadSchema() {}

    /**
     * Creates the schema, or brings it up to date while it is empty. One that holds rows stays as it is until a new one,
     * which is filled beside it, takes its place. May be called by several processes at once.
     */
    public static void migrate(DataSource dataSource) {
        Flyway flyway = configuration(dataSource, Schema.LIVE).load();
        if (flyway.info().pending().length == 0 || !isFilled(dataSource)) {
            flyway.migrate();
        }
    }

    private static boolean isFilled(DataSource dataSource) {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        return Objects.requireNonNull(
                        database.queryForObject("select to_regclass('read.projection') is not null", Boolean.class))
                && Positions.stored(database, Schema.LIVE) > 0;
    }

    /** The number of the last migration that this program knows. */
    static int version() {
        return Migrations.LAST;
    }

    /** Creates the schema that is filled beside the live one, with a history as if it were the live one. */
    static void createNext(DataSource dataSource) {
        configuration(dataSource, Schema.NEXT)
                .resourceProvider(new Migrations(Schema.NEXT))
                .load()
                .migrate();
        JdbcTemplate database = new JdbcTemplate(dataSource);
        Arrays.stream(configuration(dataSource, Schema.LIVE).load().info().all())
                .filter(migration -> migration.getVersion() != null)
                .forEach(migration -> keep(database, migration));
    }

    private static void keep(JdbcTemplate database, MigrationInfo migration) {
        database.update(
                Schema.NEXT.in("update read." + HISTORY + " set checksum = ? where version = ?"),
                migration.getChecksum(),
                migration.getVersion().getVersion());
    }

    static FluentConfiguration configuration(DataSource dataSource, Schema schema) {
        return Flyway.configure(ReadSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(schema.schema())
                .defaultSchema(schema.schema())
                .table(HISTORY)
                .locations("classpath:" + MIGRATIONS);
    }
}
