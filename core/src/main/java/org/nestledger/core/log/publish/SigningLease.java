package org.nestledger.core.log.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The right to sign, which one process at a time has as long as its connection lives. */
final class SigningLease implements AutoCloseable {

    private static final long LOCK = 0x6e6c_7369_676e_6572L;

    private final Connection connection;
    private boolean held;

    SigningLease(Connection connection) {
        this.connection = connection;
    }

    /** Whether it is ours, now if it was not before. */
    boolean take() throws SQLException {
        held = held || call("select pg_try_advisory_lock(?)");
        return held;
    }

    /** Gives the right back, so that the pooled connection does not keep it. */
    @Override
    public void close() throws SQLException {
        if (held) {
            held = false;
            call("select pg_advisory_unlock(?)");
        }
    }

    private boolean call(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, LOCK);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
