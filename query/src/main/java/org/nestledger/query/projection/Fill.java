package org.nestledger.query.projection;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.log.UndecodableEventException;
import org.nestledger.query.page.Derived;
import org.nestledger.query.projection.Rebuild.Phase;
import org.nestledger.query.projection.Rebuild.Watch;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills empty read models from the whole log: every event is decoded once, all read models make their rows of it, these are
 * copied into tables without indexes, then the indexes are made, and then what follows from the rows.
 */
final class Fill {

    private static final int PAGE = 1_000;
    private static final int PAGES_AHEAD = 6;

    private final DataSource dataSource;
    private final EventLog log;
    private final List<ReadModel> models;
    private final Schema schema;
    private final Watch watch;
    private final Set<Derived> derived = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<CopyTables> idle = new LinkedBlockingQueue<>();
    private final Queue<Future<?>> ahead = new ArrayDeque<>();
    private List<RecordedEvent> page = new ArrayList<>(PAGE);
    private long position;

    Fill(DataSource dataSource, EventLog log, List<ReadModel> models, Schema schema, Watch watch) {
        this.dataSource = dataSource;
        this.log = log;
        this.models = List.copyOf(models);
        this.schema = schema;
        this.watch = watch;
    }

    /** Fills the tables up to a position, or the end of the log; returns where they are then. */
    long run(long upTo) throws SQLException, UnfoldableEventException {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        Set<String> tables = new HashSet<>();
        models.forEach(model -> tables.addAll(model.tables()));
        Indexes indexes = Indexes.takenFrom(database, schema, tables);
        copy(upTo);
        Set<String> current = new HashSet<>();
        derived.forEach(each -> current.add(each.table()));
        tables.removeAll(current);
        AtomicLong made = new AtomicLong();
        Runnable oneMore = () -> watch.reached(Phase.INDEX, made.incrementAndGet(), indexes.count());
        indexes.makeAgain(dataSource, tables, oneMore);
        vacuum(tables);
        Threads.each(
                List.copyOf(derived),
                dataSource,
                (each, connection) ->
                        connection.execute("set local work_mem = '64MB'; set local synchronous_commit = off; "
                                + schema.in("insert into " + each.table() + " " + each.rows())));
        indexes.makeAgain(dataSource, current, oneMore);
        vacuum(current);
        Positions.store(database, schema, position);
        return position;
    }

    /** Vacuumed as well: an index answers alone only of pages that are known to be visible to all. */
    private void vacuum(Set<String> tables) throws SQLException {
        Threads.each(
                List.copyOf(tables),
                dataSource,
                (table, connection) -> connection.execute(schema.in("vacuum (analyze) " + table)));
    }

    private void copy(long upTo) throws SQLException, UnfoldableEventException {
        List<CopyTables> writers = new ArrayList<>();
        try (ExecutorService threads = Threads.start()) {
            for (int i = 0; i < Threads.COUNT; i++) {
                writers.add(new CopyTables(dataSource.getConnection(), schema, derived));
            }
            idle.addAll(writers);
            scan(upTo, threads);
            for (CopyTables writer : writers) {
                writer.commit();
            }
        } finally {
            for (CopyTables writer : writers) {
                writer.close();
            }
        }
    }

    private void scan(long upTo, ExecutorService threads) throws UnfoldableEventException {
        try {
            log.scan(0, event -> {
                if (event.position() <= upTo) {
                    take(event, upTo, threads);
                }
            });
        } catch (UndecodableEventException bad) {
            if (bad.position() <= upTo) {
                throw new UnfoldableEventException(bad.position(), bad.eventId(), bad);
            }
        } catch (Unfoldable bad) {
            throw bad.event;
        }
        hand(threads);
        while (!ahead.isEmpty()) {
            finish();
        }
        watch.reached(Phase.FOLD, position, position);
    }

    private void take(RecordedEvent event, long upTo, ExecutorService threads) {
        page.add(event);
        position = event.position();
        if (page.size() == PAGE) {
            hand(threads);
            watch.reached(Phase.FOLD, position, upTo);
        }
    }

    private void hand(ExecutorService threads) {
        List<RecordedEvent> full = page;
        page = new ArrayList<>(PAGE);
        ahead.add(threads.submit(
                () -> write(full.stream().filter(Folder::isOfTheLedger).toList())));
        if (ahead.size() > PAGES_AHEAD) {
            finish();
        }
    }

    private void finish() {
        Threads.result(ahead.remove());
    }

    private void write(List<RecordedEvent> events) {
        CopyTables writer = idle.remove();
        try {
            models.forEach(model -> model.apply(events, writer));
        } catch (RuntimeException failure) {
            throw Outage.is(failure) ? failure : named(events, failure);
        } finally {
            idle.add(writer);
        }
    }

    /** Finds the event that means nothing, if one of them is to blame. */
    private RuntimeException named(List<RecordedEvent> events, RuntimeException failure) {
        for (RecordedEvent event : events) {
            try {
                models.forEach(model -> model.apply(List.of(event), Nowhere.INSTANCE));
            } catch (RuntimeException reason) {
                return new Unfoldable(new UnfoldableEventException(event.position(), event.id(), reason));
            }
        }
        return failure;
    }

    /** Takes the name of the bad event through code that throws nothing checked. */
    private static final class Unfoldable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient UnfoldableEventException event;

        Unfoldable(UnfoldableEventException event) {
            super(event);
            this.event = event;
        }
    }
}
