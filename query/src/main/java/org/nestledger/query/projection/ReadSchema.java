package org.nestledger.query.projection;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The database schema {@code read}, migrated on its own history table, apart from the log's. */
public final class ReadSchema {

    private ReadSchema() {}

    /** Creates the schema or brings it up to date. May be called by several processes at once. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(ReadSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas("read")
                .defaultSchema("read")
                .table("schema_history")
                .locations("classpath:org/nestledger/query/projection/migration")
                .load()
                .migrate();
    }
}
