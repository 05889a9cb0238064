package org.nestledger.query.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.nestledger.core.log.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The thread that folds: waits for the lease, follows the log, survives outages of the database, stops at a bad event. */
final class Runner implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration POLL_OTHER = Duration.ofMillis(100);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final EventLog log;
    private final Folder folder;
    private final StatusBoard board;
    private final Upgrade upgrade;
    private final HaltedFolder halted;
    private final Wake wake = new Wake();
    private volatile boolean ended;
    private Duration retry = FIRST_RETRY;

    /** The read models that were looked at last. */
    private ReadPoint seen = new ReadPoint(0, 0);

    Runner(DataSource dataSource, EventLog log, List<ReadModel> models, StatusBoard board) {
        this.dataSource = dataSource;
        this.log = log;
        this.folder = new Folder(log, models, Schema.LIVE);
        this.board = board;
        this.halted = new HaltedFolder(dataSource);
        this.upgrade = new Upgrade(dataSource, new Rebuild(dataSource, log, models), board, wake, () -> ended);
    }

    void end() {
        ended = true;
        wake.call();
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                attempt();
            }
            ProjectionStatus last = board.status();
            board.post(new ProjectionStatus.Idle(last.position(), last.head()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until other read models took the place of these, or another process went past the event. */
    private void stop(UnfoldableEventException bad) throws InterruptedException {
        ProjectionStatus.Stopped stopped = stopped(bad, board.status().head());
        LOG.error("The read models stop before position {}: {}", stopped.failedAt(), stopped.reason(), bad);
        board.post(stopped);
        ReadPoint then = seen;
        while (!ended && !isPast(stopped.failedAt(), then)) {
            wake.pause(POLL);
        }
    }

    private boolean isPast(long failedAt, ReadPoint then) {
        try {
            ReadPoint now = Projections.point(dataSource);
            return now.models() != then.models() || (then.position() < failedAt && failedAt <= now.position());
        } catch (DataAccessException away) {
            LOG.debug("The read models cannot be looked at now.", away);
            return false;
        }
    }

    static ProjectionStatus.Stopped stopped(UnfoldableEventException bad, long head) {
        return new ProjectionStatus.Stopped(
                bad.position() - 1, Math.max(head, bad.position()), bad.position(), bad.eventId(), bad.reason());
    }

    private void attempt() throws InterruptedException {
        // The log and the database share their outages, and a bug in a read model was told apart by the folder.
        try (AutoCloseable _ = log.onAppend(wake::call)) {
            while (!ended) {
                work();
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (UnfoldableEventException bad) {
            stop(bad);
        } catch (UnusableReadModelsException unusable) {
            ProjectionStatus last = board.status();
            if (!(last instanceof ProjectionStatus.Diverged)) {
                LOG.error("{}", unusable.getMessage());
            }
            board.post(new ProjectionStatus.Diverged(last.position(), last.head(), 1));
            pause();
        } catch (ReplacedException _) {
            LOG.info("The read models were replaced by others that were built anew.");
        } catch (InterruptedRebuildException _) {
            LOG.info("The rebuild of the read models ends; the next start begins it again.");
        } catch (Exception failure) {
            ProjectionStatus last = board.status();
            LOG.warn("The read models cannot be written, next try in {}: {}", retry, failure.toString());
            board.post(
                    new ProjectionStatus.Retrying(last.position(), last.head(), String.valueOf(failure.getMessage())));
            pause();
        }
    }

    private void pause() throws InterruptedException {
        wake.pause(retry);
        retry = shorter(retry.multipliedBy(2), LAST_RETRY);
    }

    private void work() throws SQLException, UnfoldableEventException, InterruptedException {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        seen = Positions.point(database);
        if (folder.mustRebuild(database)) {
            upgrade.run(database);
            return;
        }
        try (Lease lease = Lease.tryAcquire(dataSource, Schema.LIVE)) {
            if (lease != null) {
                Folder.Prepared prepared = folder.prepare(lease);
                if (prepared.fit() == Versions.Fit.SAME) {
                    try {
                        follow(lease, prepared);
                    } finally {
                        board.holdNothing();
                    }
                    return;
                }
            }
        }
        board.postDifferences(Certificate.differences(database));
        long head = folder.head(seen.position());
        board.post(new ProjectionStatus.Waiting(seen.position(), head));
        halted.look(seen.position(), head);
        retry = FIRST_RETRY;
        wake.pause(POLL_OTHER);
    }

    private void follow(Lease lease, Folder.Prepared prepared)
            throws SQLException, UnfoldableEventException, InterruptedException {
        upgrade.tidy();
        long looked = 0;
        while (!ended) {
            long position = folder.foldPage(lease, prepared, Long.MAX_VALUE);
            long head = folder.head(position);
            board.hold(new ReadPoint(prepared.identity(), position), System.nanoTime());
            board.post(new ProjectionStatus.Running(position, head));
            retry = FIRST_RETRY;
            if (System.nanoTime() - looked >= POLL.toNanos()) {
                looked = System.nanoTime();
                board.postDifferences(Certificate.differences(lease.database()));
                if (Positions.identity(lease.database(), Schema.LIVE) != prepared.identity()) {
                    return;
                }
            }
            if (position == head) {
                wake.pause(POLL);
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
