package org.nestledger.api.cli;

import java.nio.file.Path;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.database.LedgerDatabase;

/**
 * Keeps the database of a data directory running, as a server beside the commands does, so that each of them joins it and
 * need not start and stop it.
 */
final class RunningDatabase implements AutoCloseable {

    private final LedgerDatabase database;

    RunningDatabase(Path data) {
        database = LedgerDatabase.open(DatabaseSettings.embedded(data), 1);
    }

    @Override
    public void close() {
        database.close();
    }
}
