package org.nestledger.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.database.LedgerDatabase;

/**
 * Keeps the database of a data directory running, as a server beside the commands does, so that each of them joins it and
 * need not start and stop it. It takes them without a password from then on: most of what a command costs is otherwise the
 * proof that it knows the password, once for each connection.
 */
final class RunningDatabase implements AutoCloseable {

    private final LedgerDatabase database;

    RunningDatabase(Path data) {
        database = LedgerDatabase.open(DatabaseSettings.embedded(data), 1);
        try {
            takeAnybody(data.resolve("postgresql/pg_hba.conf"));
        } catch (IOException problem) {
            database.close();
            throw new UncheckedIOException(problem);
        } catch (SQLException problem) {
            database.close();
            throw new IllegalStateException(problem);
        }
    }

    private void takeAnybody(Path access) throws IOException, SQLException {
        Files.writeString(access, Files.readString(access).replace("scram-sha-256", "trust"));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
