package org.nestledger.api.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Settings;
import picocli.CommandLine.Option;

/** Where the ledger is that a command works on. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory; .ledger beside the launcher, or the database of"
                    + " SPRING_DATASOURCE_URL, when not given.")
    @Nullable
    Path data;

    /**
     * Opens the ledger for one command, whether or not a server works on it.
     *
     * @throws org.nestledger.api.failure.LedgerFailure when it cannot be opened
     */
    public LedgerRuntime open() {
        return LedgerRuntime.open(Settings.database(data), Clock.systemUTC());
    }
}
