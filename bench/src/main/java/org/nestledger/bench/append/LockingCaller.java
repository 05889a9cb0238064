package org.nestledger.bench.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.bench.Caller;

/** Lock, check, insert, commit, for each append: how an event store keeps conditions without a writer of its own. */
final class LockingCaller implements Caller {

    private static final long LAG = 50;

    private final Connection connection;
    private final PreparedStatement lock;
    private final PreparedStatement check;
    private final PreparedStatement insert;
    private final Boundaries boundaries;
    private final AtomicLong head;

    LockingCaller(DataSource dataSource, Boundaries boundaries, AtomicLong head) throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        lock = connection.prepareStatement("select pg_advisory_xact_lock(4711)");
        check = connection.prepareStatement("""
                select exists (select from log.event_tag where tag = ? and position > ?),
                    (select last_value from log.bench_position)
                """);
        insert = Rows.statement(connection);
        this.boundaries = boundaries;
        this.head = head;
    }

    @Override
    public boolean call() throws SQLException {
        Tag project = boundaries.next();
        lock.execute();
        check.setLong(1, Rows.hash(project));
        check.setLong(2, head.get() - LAG);
        boolean free;
        try (ResultSet row = check.executeQuery()) {
            row.next();
            free = !row.getBoolean(1);
            head.accumulateAndGet(row.getLong(2), Math::max);
        }
        if (free) {
            Rows.insert(insert, project);
        }
        connection.commit();
        return free;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
