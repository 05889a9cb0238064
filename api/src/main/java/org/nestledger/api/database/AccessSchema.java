package org.nestledger.api.database;

import javax.sql.DataSource;
import org.nestledger.core.schema.MigratedSchema;

/** The database schema {@code access}: who may use the interface, and who was refused. Nothing of it is in the log. */
public final class AccessSchema {

    private static final MigratedSchema SCHEMA =
            new MigratedSchema("access", AccessSchema.class, "org/nestledger/api/database/migration");

    private AccessSchema() {}

    /** Creates the schema or brings it up to date. May be called by several processes at once. */
    public static void migrate(DataSource dataSource) {
        SCHEMA.migrate(dataSource);
    }
}
