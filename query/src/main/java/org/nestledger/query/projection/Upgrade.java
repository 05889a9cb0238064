package org.nestledger.query.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Phase;
import org.nestledger.query.projection.Rebuild.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds the read models anew when a program starts whose read models are others. Those that are there are asked meanwhile. */
final class Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);
    private static final Duration POLL_OTHER = Duration.ofMillis(500);
    private static final Duration POLL_DIVERGED = Duration.ofSeconds(60);

    private final DataSource dataSource;
    private final Rebuild rebuild;
    private final StatusBoard board;
    private final Wake wake;
    private final BooleanSupplier ended;

    Upgrade(DataSource dataSource, Rebuild rebuild, StatusBoard board, Wake wake, BooleanSupplier ended) {
        this.dataSource = dataSource;
        this.rebuild = rebuild;
        this.board = board;
        this.wake = wake;
        this.ended = ended;
    }

    /** Rebuilds, or waits a while: for the process that does so, or for the operator when rows differ. */
    void run(JdbcTemplate database) throws SQLException, UnfoldableEventException, InterruptedException {
        long position = Positions.stored(database, Schema.LIVE);
        board.post(new ProjectionStatus.Rebuilding(position, position, 0));
        try {
            Rebuilt rebuilt = rebuild.build(Mode.SWAP_WHEN_SAME, watch(position));
            if (!rebuilt.swapped()) {
                diverged(position, rebuilt.compared());
            }
        } catch (RebuildRunsException _) {
            wake.pause(POLL_OTHER);
        }
    }

    private Watch watch(long position) {
        return (phase, done, total) -> {
            if (ended.getAsBoolean()) {
                throw new InterruptedRebuildException(new InterruptedException());
            }
            if (phase == Phase.FOLD) {
                board.post(new ProjectionStatus.Rebuilding(position, Math.max(position, total), done));
            }
        };
    }

    private void diverged(long position, Compared compared) throws InterruptedException {
        LOG.error(
                "The read models differ from the log in {} rows, so this release does not replace them; ./ledger rebuild"
                        + " lists them, and with --accept replaces them. The first: {}",
                compared.differences(),
                compared.first());
        board.post(new ProjectionStatus.Diverged(position, compared.position(), compared.differences()));
        wake.pause(POLL_DIVERGED);
    }

    /** Removes what a rebuild left that was killed. */
    void tidy() throws SQLException {
        if (Swap.isUntidy(new JdbcTemplate(dataSource))) {
            try (Lease lease = Lease.tryAcquire(dataSource, Schema.NEXT)) {
                if (lease != null) {
                    Swap.tidy(lease);
                }
            }
        }
    }
}
