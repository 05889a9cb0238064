package org.nestledger.api.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the ledger is that a command works on. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory; .ledger beside the launcher, or the database of"
                    + " SPRING_DATASOURCE_URL, when not given.")
    @Nullable
    Path data;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    /**
     * Opens a ledger that is there for one command that reads it, whether or not a server works on it. A directory that was
     * mistyped does not become an empty ledger.
     *
     * @throws org.nestledger.api.failure.LedgerFailure when there is none, or it cannot be opened
     */
    LedgerRuntime openBegun() {
        return LedgerRuntime.open(Settings.database(data).begun(), Clock.systemUTC());
    }

    /** The same with read models that hold all of the log; how far they are is shown when there is much to do. */
    LedgerRuntime openCaughtUp() {
        LedgerRuntime runtime = openBegun();
        try {
            CatchingUp.of(runtime, Objects.requireNonNull(command).commandLine().getErr());
            return runtime;
        } catch (RuntimeException failed) {
            try (runtime) {
                throw failed;
            }
        }
    }

    /**
     * Opens the ledger for one command, whether or not a server works on it.
     *
     * @throws org.nestledger.api.failure.LedgerFailure when it cannot be opened
     */
    public LedgerRuntime open() {
        return LedgerRuntime.open(Settings.database(data), Clock.systemUTC());
    }
}
