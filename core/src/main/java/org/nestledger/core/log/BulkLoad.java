package org.nestledger.core.log;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Loads many records at once: those of a restored log, or of a history. What an append keeps, it keeps, in transactions of
 * some ten thousand events each; others may append between them. When it ends early, for whatever reason, the log is sound
 * and holds what the transactions before wrote.
 */
public final class BulkLoad {

    /** Events and bytes of a batch: much less is slower, and much more keeps others waiting for the head. */
    static final int BATCH_EVENTS = 20_000;

    /** Fewer are checked at a time, for nothing is gained by more. */
    private static final int CHECKED_EVENTS = 1_000;

    static final long BATCH_BYTES = 32_000_000;

    private static final long ANY = -1;

    private final DataSource dataSource;
    private final Records records;
    private final Clock clock;
    private final LogOptions options;
    private final int batchEvents;

    /**
     * A loader into the log of this database.
     *
     * @param codec must be able to decode every event that is loaded
     */
    public BulkLoad(DataSource dataSource, PayloadCodec codec, Clock clock, LogOptions options) {
        this(dataSource, codec, clock, options, BATCH_EVENTS);
    }

    BulkLoad(DataSource dataSource, PayloadCodec codec, Clock clock, LogOptions options, int batchEvents) {
        this.dataSource = dataSource;
        this.records = new Records(codec);
        this.clock = clock;
        this.options = options;
        this.batchEvents = batchEvents;
    }

    /** Gives the records one after the other; it is called by one thread at a time, not always by the same. */
    public interface Source {

        /** The next record, null from the end on. */
        byte @Nullable [] next() throws IOException;
    }

    /** Is told how many records are written, or checked. */
    public interface Watch {
        void reached(long records);
    }

    /**
     * Looks at the records as loading would, and writes nothing.
     *
     * @throws RecordRefusedException at the first record that could not be loaded whatever the log holds
     * @throws IOException when the source cannot be read
     */
    public static void check(PayloadCodec codec, Clock clock, Source source, Watch watch) throws IOException {
        BulkReader reader = new BulkReader(
                source, new Records(codec), clock, LogOptions.defaults().timeAhead(), CHECKED_EVENTS, BATCH_BYTES);
        for (BulkBatch batch = reader.next(); !batch.events.isEmpty(); batch = reader.next()) {
            watch.reached(batch.nextNumber() - 1);
        }
    }

    /**
     * Appends the records, unconditionally and in their order; returns the position of the last event in the log.
     *
     * @throws RecordRefusedException when a record cannot be loaded; of those before it, whole batches are
     * @throws IOException when the source cannot be read; likewise
     * @throws EventStoreException when the database fails; the log's head tells how far it came
     */
    public long append(Source source, Watch watch) throws IOException {
        return load(ANY, source, watch);
    }

    /**
     * Appends the records where nobody else does.
     *
     * @param after the log's head
     * @throws EventStoreException also when the head is not that one, or somebody else appends meanwhile
     * @see #append
     */
    public long appendAfter(long after, Source source, Watch watch) throws IOException {
        return load(after, source, watch);
    }

    /** Batches are read and hashed by one thread while this one writes those before. */
    private long load(long after, Source source, Watch watch) throws IOException {
        BulkReader reader = reader(source);
        long expected = after;
        try (ExecutorService ahead = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("bulk-reader").daemon().factory());
                Connection connection = DurableCommits.connect(dataSource, options.databaseTimeout())) {
            LogState state = LogState.load(connection);
            Future<BulkBatch> next = ahead.submit(reader::next);
            while (true) {
                BulkBatch batch = result(next);
                if (batch.events.isEmpty()) {
                    return state.position();
                }
                next = ahead.submit(reader::next);
                state = write(connection, batch, state, expected);
                expected = expected == ANY ? ANY : state.position();
                watch.reached(batch.nextNumber() - 1);
            }
        } catch (SQLException e) {
            throw new EventStoreException("the records cannot be loaded further: " + e.getMessage(), e);
        }
    }

    private BulkReader reader(Source source) {
        return new BulkReader(source, records, clock, options.timeAhead(), batchEvents, BATCH_BYTES);
    }

    private static LogState write(Connection connection, BulkBatch batch, LogState state, long expected)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            state.refresh(connection, true);
            if (expected != ANY && state.position() != expected) {
                throw new EventStoreException(
                        "the log holds %d events, not the %d that the records follow: somebody else appends to it"
                                .formatted(state.position(), expected));
            }
            LogState next = BulkWrite.write(connection, batch, state);
            connection.commit();
            connection.setAutoCommit(true);
            return next;
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Exception because) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static BulkBatch result(Future<BulkBatch> batch) throws IOException {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RecordRefusedException refused -> throw refused;
                case null, default -> throw new IllegalStateException("the records cannot be read", e);
            }
        }
    }
}
