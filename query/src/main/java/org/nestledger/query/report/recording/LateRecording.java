package org.nestledger.query.report.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the report of late recording. */
public final class LateRecording {

    /** How many of the latest entries are listed. */
    static final int LATEST = 20;

    private static final String ZONES = SqlFile.beside(LateRecording.class, "zones.sql");
    private static final String DELAYS = SqlFile.beside(LateRecording.class, "delays.sql");
    private static final String LATEST_ENTRIES = SqlFile.beside(LateRecording.class, "latest.sql");

    private static final int MEDIAN = 50;
    private static final int P90 = 90;

    private LateRecording() {}

    public static LateRecordingReport report(ReportSources sources) {
        JdbcClient database = sources.database();
        Scope scope = sources.scope();
        Map<String, Object> asked = new HashMap<>(scope.parameters());
        asked.putAll(clocks(database, scope));
        Delays delays = new Delays();
        database.sql(DELAYS).params(asked).query(row -> {
            delays.add(row.getLong("days"), row.getLong("entries"));
        });
        List<LateEntry> latest = latest(database, asked, delays.fewestOfLatest(LATEST));
        return new LateRecordingReport(
                scope.zone(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                delays.count(),
                delays.within(MEDIAN),
                delays.within(P90),
                delays.longest(),
                delays.counts(),
                latest);
    }

    /** @param fewest days of those that are listed; none when there are no entries */
    private static List<LateEntry> latest(JdbcClient database, Map<String, Object> asked, @Nullable Long fewest) {
        return fewest == null
                ? List.of()
                : database.sql(LATEST_ENTRIES)
                        .params(asked)
                        .param("fewest", fewest)
                        .param("limit", LATEST)
                        .query(LateRecording::entry)
                        .list();
    }

    /** The zones, and beside each its time zone as the database understands it. */
    private static Map<String, Object> clocks(JdbcClient database, Scope scope) {
        List<String> zones = new ArrayList<>();
        List<String> clocks = new ArrayList<>();
        database.sql(ZONES).params(scope.parameters()).query(row -> {
            zones.add(row.getString("zone"));
            clocks.add(clock(row.getString("time_zone")));
        });
        return Map.of("zones", zones.toArray(String[]::new), "clocks", clocks.toArray(String[]::new));
    }

    /** PostgreSQL takes an offset as POSIX does, west of Greenwich, and knows names like UTC+8 by no other meaning. */
    static String clock(String timeZone) {
        ZoneRules rules = ZoneId.of(timeZone).getRules();
        if (!rules.isFixedOffset()) {
            return timeZone;
        }
        int east = rules.getOffset(Instant.EPOCH).getTotalSeconds();
        int seconds = Math.abs(east);
        return "<local>%s%02d:%02d:%02d"
                .formatted(east > 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static LateEntry entry(ResultSet row, int n) throws SQLException {
        return new LateEntry(
                row.getLong("position"),
                row.getString("zone"),
                row.getString("type"),
                row.getString("actor"),
                Columns.date(row, "occurred_on"),
                Columns.date(row, "recorded_on"),
                row.getLong("days"));
    }
}
