package org.nestledger.core.log;

import javax.sql.DataSource;
import org.nestledger.core.schema.MigratedSchema;

/** The database schema {@code log}, migrated on its own history table, apart from the application's other schemas. */
public final class LogSchema {

    private static final MigratedSchema SCHEMA =
            new MigratedSchema("log", LogSchema.class, "org/nestledger/core/log/migration");

    private LogSchema() {}

    /** Creates the schema or brings it up to date. May be called by several processes at once. */
    public static void migrate(DataSource dataSource) {
        SCHEMA.migrate(dataSource);
    }
}
