package org.nestledger.query.projection;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.LogEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.log.UndecodableEventException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds pages of the log into the read models: the rows of a page and its position in one transaction. */
final class Folder {

    private static final int PAGE = 500;

    private final EventLog log;
    private final List<ReadModel> models;

    Folder(EventLog log, List<ReadModel> models) {
        this.log = log;
        this.models = List.copyOf(models);
    }

    /** Empties all read models when one of them is stored in another version, since they share one position. */
    void prepare(Lease lease) throws SQLException {
        Map<String, Integer> wanted = models.stream().collect(Collectors.toMap(ReadModel::name, ReadModel::version));
        Map<String, Integer> stored = new TreeMap<>();
        lease.database().query("select name, version from read.model", row -> {
            stored.put(row.getString(1), row.getInt(2));
        });
        if (!stored.equals(wanted)) {
            lease.inTransaction(() -> reset(lease.database(), wanted));
        }
    }

    private void reset(JdbcTemplate database, Map<String, Integer> wanted) {
        List<String> tables =
                models.stream().flatMap(model -> model.tables().stream()).toList();
        if (!tables.isEmpty()) {
            database.execute("truncate " + String.join(", ", tables));
        }
        database.update("delete from read.model");
        wanted.forEach((name, version) -> database.update("insert into read.model values (?, ?)", name, version));
        database.update("update read.projection set position = 0");
    }

    /** Folds the next page. Returns the new position: the old one when there is nothing new. */
    long foldPage(Lease lease) throws SQLException, UnfoldableEventException {
        long position = Positions.stored(lease.database());
        List<RecordedEvent> page = read(position, PAGE);
        if (page.isEmpty()) {
            return position;
        }
        try {
            lease.inTransaction(() -> apply(page, lease.database()));
            return page.getLast().position();
        } catch (RuntimeException failure) {
            if (Outage.is(failure)) {
                throw failure;
            }
            return foldOneByOne(page, lease);
        }
    }

    /** Up to the event that fails, to keep the good ones before it and to name it. */
    private long foldOneByOne(List<RecordedEvent> page, Lease lease) throws SQLException, UnfoldableEventException {
        for (RecordedEvent event : page) {
            try {
                lease.inTransaction(() -> apply(List.of(event), lease.database()));
            } catch (RuntimeException failure) {
                if (Outage.is(failure)) {
                    throw failure;
                }
                throw new UnfoldableEventException(event.position(), event.id(), failure);
            }
        }
        return page.getLast().position();
    }

    private void apply(List<RecordedEvent> page, JdbcTemplate database) {
        long position = Positions.locked(database);
        List<RecordedEvent> unseen =
                page.stream().filter(event -> event.position() > position).toList();
        if (unseen.isEmpty()) {
            return;
        }
        if (unseen.getFirst().position() != position + 1) {
            throw new IllegalStateException("after position " + position + " the log gave "
                    + unseen.getFirst().position());
        }
        List<RecordedEvent> ofTheLedger = unseen.stream()
                .filter(event -> !(event.payload() instanceof LogEvent))
                .toList();
        for (ReadModel model : models) {
            model.apply(ofTheLedger, database);
        }
        Positions.store(database, unseen.getLast().position());
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
