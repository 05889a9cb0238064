package org.nestledger.query.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.EventLog;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the read models at the head of the log. Of all processes on a database one folds and the others wait to take
 * over; all of them can be asked how far the read models are.
 */
public final class Projections implements AutoCloseable {

    private static final Duration PATIENCE_BETWEEN_TRIES = Duration.ofMillis(50);

    private final DataSource dataSource;
    private final EventLog log;
    private final Folder folder;
    private final StatusBoard board = new StatusBoard();
    private final Runner runner;
    private @Nullable Thread thread;

    public Projections(DataSource dataSource, EventLog log, List<ReadModel> models) {
        this.dataSource = dataSource;
        this.log = log;
        this.folder = new Folder(log, models);
        this.runner = new Runner(dataSource, log, folder, board);
    }

    /** Begins to fold in a thread of its own. The schema must be there: {@link ReadSchema#migrate}. */
    public synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("the projections run already");
        }
        thread = Thread.ofPlatform().name("projections").daemon(true).start(runner);
    }

    /** The last event that is in the read models, as they are stored. */
    public long position() {
        return Positions.stored(new JdbcTemplate(dataSource));
    }

    public ProjectionStatus status() {
        return board.status();
    }

    /** Waits until the read models hold this position; false when they do not in time, or stopped before it. */
    public boolean awaitPosition(long position, Duration timeout) throws InterruptedException {
        return board.await(position, timeout);
    }

    /**
     * Brings the read models to the head that the log has now, in the calling thread, or waits while another process or
     * this one's own thread does so. Returns their position.
     *
     * @throws ProjectionStoppedException when an event cannot be folded
     */
    public long catchUp() throws InterruptedException {
        long head = log.head();
        while (true) {
            if (board.status() instanceof ProjectionStatus.Stopped stopped) {
                throw new ProjectionStoppedException(stopped);
            }
            try (Lease lease = Lease.tryAcquire(dataSource)) {
                if (lease != null) {
                    return foldTo(head, lease);
                }
            } catch (UnfoldableEventException bad) {
                throw new ProjectionStoppedException(Runner.stopped(bad, head));
            } catch (SQLException failure) {
                throw new IllegalStateException("the read models cannot be written: " + failure.getMessage(), failure);
            }
            if (position() >= head) {
                return position();
            }
            Thread.sleep(PATIENCE_BETWEEN_TRIES);
        }
    }

    private long foldTo(long head, Lease lease) throws SQLException, UnfoldableEventException {
        folder.prepare(lease);
        long position = folder.foldPage(lease);
        while (position < head) {
            position = folder.foldPage(lease);
        }
        return position;
    }

    /** Ends the thread after the transaction it is in. Another process may then take over. */
    @Override
    public synchronized void close() {
        runner.end();
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
