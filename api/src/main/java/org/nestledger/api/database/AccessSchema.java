package org.nestledger.api.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The database schema {@code access}: who may use the interface, and who was refused. Nothing of it is in the log. */
public final class AccessSchema {

    private AccessSchema() {}

    /** Creates the schema or brings it up to date. May be called by several processes at once. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(AccessSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas("access")
                .defaultSchema("access")
                .table("schema_history")
                .locations("classpath:org/nestledger/api/database/migration")
                .load()
                .migrate();
    }
}
