package org.nestledger.query.projection;

import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notices that another process has the right to fold and does not: it was halted, or hangs, while its connections live. Its
 * session is ended, and with it the right; when it wakes up it waits like others. For one thread.
 */
final class HaltedFolder {

    private static final Logger LOG = LoggerFactory.getLogger(HaltedFolder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private long position = -1;
    private long since;

    HaltedFolder(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Is told by who waits how far the read models are.
     *
     * @param head the last event of the log
     */
    void look(long now, long head) {
        if (now >= head || now != position) {
            position = now;
            since = System.nanoTime();
        } else if (System.nanoTime() - since >= PATIENCE.toNanos()) {
            since = System.nanoTime();
            end();
        }
    }

    private void end() {
        try {
            int ended = Lease.endHalted(new JdbcTemplate(dataSource), PATIENCE);
            if (ended > 0) {
                LOG.warn("Another process did not fold the log for {}: its session was ended.", PATIENCE);
            }
        } catch (DataAccessException refused) {
            LOG.warn("Another process does not fold the log, and its session cannot be ended.", refused);
        }
    }
}
