package org.nestledger.bench.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.nestledger.bench.Caller;

/** Inserts the same rows without any condition: one prepared statement, which is its own transaction. */
final class InsertingCaller implements Caller {

    private final Connection connection;
    private final PreparedStatement insert;
    private final Boundaries boundaries;

    InsertingCaller(DataSource dataSource, Boundaries boundaries) throws SQLException {
        connection = dataSource.getConnection();
        insert = Rows.statement(connection);
        this.boundaries = boundaries;
    }

    @Override
    public boolean call() throws SQLException {
        Rows.insert(insert, boundaries.next());
        return true;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
