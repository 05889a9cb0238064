package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.api.runtime.DemoYear;
import org.nestledger.api.runtime.DriveableClock;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.Settings;
import org.nestledger.api.server.LedgerServer;
import org.nestledger.query.report.KnownAt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger demo}. It has a database of its own, so that it never records into a ledger that is in use. */
@Command(
        name = "demo",
        description = "Record the demonstration's year, print its annual report, and serve it until stopped.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    ServerOption server = new ServerOption();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory; .ledger-demo beside the launcher when not given.")
    Path data = Settings.beside(".ledger-demo");

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        server.checkPort();
        DriveableClock clock = new DriveableClock();
        try (LedgerRuntime runtime = LedgerRuntime.open(DatabaseSettings.embedded(data), clock)) {
            server.startSigning(runtime);
            DemoYear demo = DemoYears.find();
            DemoYears.record(demo, runtime, clock, data, err);
            CatchingUp.of(runtime, err);
            out.println("All entities of this demonstration are illustrative; only the headline figures are published"
                    + " ones.");
            out.println();
            ReportOptions.print(
                    runtime,
                    ReportFormat.table,
                    ShownAreas.AS_RECORDED,
                    out,
                    reports -> reports.annual(demo.zone(), demo.year(), null, KnownAt.now()));
            hint(demo, out);
            server.serveUntilStopped(
                    runtime,
                    out,
                    LedgerServer::demonstrate,
                    "/api/v1/reports/annual?zone=" + demo.zone() + "&year=" + demo.year(),
                    "/api/v1/projects");
        }
        return 0;
    }

    /** What else can be asked of the year. */
    private void hint(DemoYear demo, PrintWriter out) {
        String options = " --zone=%s --year=%d --data=%s".formatted(demo.zone(), demo.year(), ShellWord.of(data));
        out.println();
        out.println("Try in another terminal:");
        out.println("  ./ledger reconcile" + options);
        out.println("  ./ledger report annual" + options + " --known-at=" + demo.year() + "-07-01T00:00:00Z");
        out.println(
                "The API takes commands from headquarters, committee, platform and auditor, with the password demo.");
    }
}
