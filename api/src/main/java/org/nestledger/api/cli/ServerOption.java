package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.server.LedgerServer;
import picocli.CommandLine.Option;

/** Where the server listens. */
final class ServerOption {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Converters.Port.class,
            description = "The port, 8080 when not given; 0 takes any that is free.")
    @Nullable
    Integer port;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Which witnesses to ask (C2SP tlog-policy); LEDGER_POLICY, or tlog-policy in the data"
                    + " directory, when not given.")
    @Nullable
    Path policy;

    /** Begins to sign, so that what is recorded from now on is signed within a second. */
    void startSigning(LedgerRuntime runtime) {
        runtime.startSigning(policy);
    }

    /** Fails when the port is taken already. */
    void checkPort() {
        LedgerServer.checkPort(port);
    }

    /**
     * Serves until the process is asked to stop.
     *
     * @param start starts the server
     * @param examples paths that are worth a look
     */
    void serveUntilStopped(
            LedgerRuntime runtime,
            PrintWriter out,
            BiFunction<LedgerRuntime, @Nullable Integer, LedgerServer> start,
            String... examples) {
        startSigning(runtime);
        try (StopSignal stop = StopSignal.listen();
                LedgerServer server = start.apply(runtime, port)) {
            out.println("Serving on " + server.address() + " (Ctrl-C stops it).");
            for (String example : examples) {
                out.println("  " + server.address() + example);
            }
            runtime.signer().verifierKeys().forEach(key -> out.println("The log is signed by " + key + "."));
            out.flush();
            stop.await();
        }
    }
}
