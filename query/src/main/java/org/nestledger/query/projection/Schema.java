package org.nestledger.query.projection;

import java.util.regex.Pattern;

/** The schemas of read models: the one that is asked, the one that is built beside it, the one that it replaced. */
enum Schema {
    LIVE("read"),
    NEXT("read_next"),
    OLD("read_old");

    private static final Pattern LIVE_NAME = Pattern.compile("\\bread\\.");

    private final String schema;

    Schema(String schema) {
        this.schema = schema;
    }

    String schema() {
        return schema;
    }

    /** A statement that was written for the live schema. */
    String in(String sql) {
        return this == LIVE ? sql : LIVE_NAME.matcher(sql).replaceAll(schema + ".");
    }
}
