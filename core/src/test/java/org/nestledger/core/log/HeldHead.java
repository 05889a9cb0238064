package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.nestledger.core.testing.TestDatabase;

/** Holds the head's row like a very slow other process, so that appends wait and gather; closing lets them go. */
final class HeldHead implements AutoCloseable {

    private final Connection connection;

    HeldHead(TestDatabase database) {
        try {
            connection = database.unpooled().getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select * from log.log_head for update");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
