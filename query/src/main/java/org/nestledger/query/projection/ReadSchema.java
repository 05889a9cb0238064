package org.nestledger.query.projection;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.nestledger.core.schema.MigratedSchema;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database schema {@code read}, migrated on its own history table, apart from the log's. */
public final class ReadSchema {

    static final MigratedSchema LIVE =
            new MigratedSchema(Schema.LIVE.schema(), ReadSchema.class, "org/nestledger/query/projection/migration");

    private static final MigratedSchema NEXT = LIVE.beside(Schema.NEXT.schema(), Schema.NEXT::in);

    private ReadSchema() {}

    /**
     * Creates the schema, or brings it up to date while it is empty. One that holds rows stays as it is until a new one,
     * which is filled beside it, takes its place. May be called by several processes at once.
     */
    public static void migrate(DataSource dataSource) {
        if (LIVE.isCurrent(dataSource)) {
            return;
        }
        Flyway flyway = LIVE.flyway(dataSource).load();
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
        return LIVE.version();
    }

    /** Creates the schema that is filled beside the live one, with a history as if it were the live one. */
    static void createNext(DataSource dataSource) {
        NEXT.flyway(dataSource).load().migrate();
        NEXT.takeHistoryOf(LIVE, dataSource);
    }
}
