package org.nestledger.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ledger serve}. */
@Command(name = "serve", description = "Serve the ledger over HTTP until it is stopped.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    ServerOption server = new ServerOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        server.checkPort();
        try (LedgerRuntime runtime = data.open()) {
            server.serveUntilStopped(
                    runtime, Objects.requireNonNull(spec).commandLine().getOut(), LedgerServer::start);
        }
        return 0;
    }
}
