package org.nestledger.query.check;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether reports know of each event since the moment at which the log took it: what was known when depends on that. */
final class RecordedTimes implements AutoCloseable {

    private static final int NAMED = 20;

    private final Findings findings;
    private final Stream<Row> rows;
    private final Iterator<Row> left;
    private @Nullable Row next;
    private int named;

    private record Row(long position, Instant recordedAt) {}

    RecordedTimes(JdbcTemplate database, Findings findings) {
        this.findings = findings;
        this.rows = database.queryForStream(
                "select position, recorded_at from read.event order by position",
                (row, _) -> new Row(
                        row.getLong("position"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
        this.left = rows.iterator();
        step();
    }

    /** Events come in the order of their positions. */
    void compare(RecordedEvent event) {
        while (next != null && next.position < event.position()) {
            differs(next.position, "there is no such event in the log");
            step();
        }
        if (!(event.payload() instanceof LedgerEvent)) {
            return;
        }
        if (next == null || next.position > event.position()) {
            differs(event.position(), "no report knows of the event, which was recorded at " + event.recordedAt());
            return;
        }
        if (!next.recordedAt.equals(event.recordedAt())) {
            differs(
                    event.position(),
                    "recorded at " + next.recordedAt + " for reports, at " + event.recordedAt() + " in the log");
        }
        step();
    }

    /** What is wrong with one is soon wrong with all. */
    private void differs(long position, String what) {
        if (named++ < NAMED) {
            findings.add(Finding.divergence("position " + position, what));
        }
    }

    private void step() {
        next = left.hasNext() ? left.next() : null;
    }

    /** Reports what is there after the last event of the log. */
    @Override
    public void close() {
        while (next != null) {
            differs(next.position, "there is no such event in the log");
            step();
        }
        rows.close();
        findings.addUnnamed("positions", named - NAMED);
    }
}
