package org.nestledger.query.report;

import java.time.OffsetDateTime;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns what a request calls "known" into a position. */
public final class KnownPositions {

    private static final String AT = SqlFile.beside(KnownPositions.class, "known-position.sql");

    private final JdbcClient database;
    private final EventLog log;

    KnownPositions(JdbcClient database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    /** The log knows better than the read models what was recorded up to an instant: they may be behind. */
    public long of(KnownAt knownAt) {
        return switch (knownAt) {
            case KnownAt.Now _ -> reached();
            case KnownAt.AtPosition at -> at.position();
            case KnownAt.AtInstant at -> log.positionAt(at.instant());
        };
    }

    /** The last position that the read models hold. */
    long reached() {
        return database.sql("select position from read.projection")
                .query(Long.class)
                .single();
    }

    /** @param position up to the last one that the read models hold */
    public KnownPosition at(long position) {
        return database.sql(AT)
                .param("position", position)
                .query((row, _) -> {
                    OffsetDateTime recorded = row.getObject("recorded_at", OffsetDateTime.class);
                    return new KnownPosition(position, recorded == null ? null : recorded.toInstant());
                })
                .single();
    }
}
