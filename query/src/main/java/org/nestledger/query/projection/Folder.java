package org.nestledger.query.projection;

import java.sql.SQLException;
import java.util.List;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.LogEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.log.UndecodableEventException;
import org.nestledger.query.projection.Versions.Fit;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds pages of the log into the read models: the rows of a page and its position in one transaction. */
final class Folder {

    static final int PAGE = 500;

    /** From so many events on, read models without any are built at once: that is several times as fast as page by page. */
    static final int BUILT_AT_ONCE = 20_000;

    private final EventLog log;
    private final List<ReadModel> models;
    private final Schema schema;

    Folder(EventLog log, List<ReadModel> models, Schema schema) {
        this.log = log;
        this.models = List.copyOf(models);
        this.schema = schema;
    }

    /** The read models that are folded now, until others replace them. */
    record Prepared(Fit fit, long identity) {}

    /** Looks whether the read models are this program's. Empty ones become so. */
    Prepared prepare(Lease lease) throws SQLException {
        JdbcTemplate database = lease.database();
        Versions wanted = Versions.of(models);
        Fit fit = Versions.stored(database, schema).fit(wanted);
        if (fit == Fit.OLDER && Positions.stored(database, schema) == 0) {
            lease.inTransaction(() -> wanted.store(database, schema));
            fit = Fit.SAME;
        }
        return new Prepared(fit, Positions.identity(database, schema));
    }

    /** Whether the read models hold something of an earlier release, or nothing yet of a log that was restored. */
    boolean mustRebuild(JdbcTemplate database) {
        Fit fit = Versions.stored(database, schema).fit(Versions.of(models));
        return Positions.stored(database, schema) == 0
                ? fit != Fit.NEWER && log.head() >= BUILT_AT_ONCE
                : fit == Fit.OLDER;
    }

    /**
     * Folds the next page. Returns the new position: the old one when there is nothing new.
     *
     * @throws ReplacedException when other read models took the place of the prepared ones
     */
    long foldPage(Lease lease, Prepared prepared, long upTo) throws SQLException, UnfoldableEventException {
        long position = Positions.stored(lease.database(), schema);
        int limit = (int) Math.min(PAGE, upTo - position);
        List<RecordedEvent> page = limit <= 0 ? List.of() : read(position, limit);
        if (page.isEmpty()) {
            return position;
        }
        try {
            lease.inTransaction(() -> apply(page, lease.database(), prepared));
            return page.getLast().position();
        } catch (RuntimeException failure) {
            if (Outage.is(failure) || failure instanceof ReplacedException) {
                throw failure;
            }
            return foldOneByOne(page, lease, prepared);
        }
    }

    /** Up to the event that fails, to keep the good ones before it and to name it. */
    private long foldOneByOne(List<RecordedEvent> page, Lease lease, Prepared prepared)
            throws SQLException, UnfoldableEventException {
        for (RecordedEvent event : page) {
            try {
                lease.inTransaction(() -> apply(List.of(event), lease.database(), prepared));
            } catch (RuntimeException failure) {
                if (Outage.is(failure) || failure instanceof ReplacedException) {
                    throw failure;
                }
                throw new UnfoldableEventException(event.position(), event.id(), failure);
            }
        }
        return page.getLast().position();
    }

    private void apply(List<RecordedEvent> page, JdbcTemplate database, Prepared prepared) {
        long position = Positions.lockedToFold(database, schema);
        if (Positions.identity(database, schema) != prepared.identity) {
            throw new ReplacedException();
        }
        List<RecordedEvent> unseen =
                page.stream().filter(event -> event.position() > position).toList();
        if (unseen.isEmpty()) {
            return;
        }
        if (unseen.getFirst().position() != position + 1) {
            throw new IllegalStateException("after position " + position + " the log gave "
                    + unseen.getFirst().position());
        }
        List<RecordedEvent> ofTheLedger =
                unseen.stream().filter(Folder::isOfTheLedger).toList();
        JdbcTables tables = new JdbcTables(database, schema);
        for (ReadModel model : models) {
            model.apply(ofTheLedger, tables);
        }
        Positions.store(database, schema, unseen.getLast().position());
    }

    /**
     * The last event of the log now.
     *
     * @param position where read models were found to be
     * @throws UnusableReadModelsException when that is after it
     */
    long head(long position) {
        long head = log.head();
        if (position > head) {
            throw UnusableReadModelsException.ahead(position, head);
        }
        return head;
    }

    static boolean isOfTheLedger(RecordedEvent event) {
        return !(event.payload() instanceof LogEvent);
    }

    /** The next events, of which the first can be decoded. */
    private List<RecordedEvent> read(long after, int limit) throws UnfoldableEventException {
        try {
            return log.read(after, limit);
        } catch (UndecodableEventException bad) {
            int good = Math.toIntExact(bad.position() - after - 1);
            if (good <= 0) {
                throw new UnfoldableEventException(bad.position(), bad.eventId(), bad);
            }
            return log.read(after, good);
        }
    }
}
