package org.nestledger.core.log;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The database schema {@code log}, migrated on its own history table, apart from the application's other schemas. */
public final class LogSchema {

    private LogSchema() {}

    /** Creates the schema or brings it up to date. May be called by several processes at once. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(LogSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas("log")
                .defaultSchema("log")
                .table("schema_history")
                .locations("classpath:org/nestledger/core/log/migration")
                .load()
                .migrate();
    }
}
