package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.projection.Compared;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuilt;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger rebuild}. */
@Command(
        name = "rebuild",
        description =
                "Build the read models anew from the log, compare them with those that are there, and replace these"
                        + " when no row differs.")
final class RebuildCommand implements Callable<Integer> {

    @ArgGroup
    Wanted wanted = new Wanted();

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    /** One of them at most. */
    static final class Wanted {

        @Option(names = "--accept", description = "Replace them also when rows differ.")
        boolean accept;

        @Option(names = "--verify-only", description = "Only compare; replace nothing.")
        boolean verifyOnly;

        Mode mode() {
            return accept ? Mode.SWAP : verifyOnly ? Mode.VERIFY : Mode.SWAP_WHEN_SAME;
        }
    }

    @Override
    public Integer call() {
        CommandLine streams = Objects.requireNonNull(spec).commandLine();
        try (LedgerRuntime runtime = data.openBegun()) {
            Rebuilt rebuilt = RebuildRun.of(runtime, wanted.mode(), streams.getErr());
            print(rebuilt, streams.getOut());
            if (!rebuilt.compared().same() && !rebuilt.swapped()) {
                throw new LedgerFailure("The read models differ from the log in "
                        + rebuilt.compared().differences() + " rows and were left as they are; "
                        + (wanted.verifyOnly
                                ? "./ledger rebuild --accept replaces them."
                                : "with --accept they are replaced."));
            }
            // What ends the read models is said, whether or not they are the same up to it.
            var _ = runtime.log().at(rebuilt.compared().position() + 1);
            return 0;
        }
    }

    private static void print(Rebuilt rebuilt, PrintWriter out) {
        Compared compared = rebuilt.compared();
        RebuildRun.printDifferences(compared, out);
        if (!compared.changed().isEmpty()) {
            out.println("Not compared, since this release has another version: "
                    + String.join(", ", compared.changed().stream().sorted().toList()) + ".");
        }
        out.println(String.format(
                Locale.ROOT,
                "%s: %d tables at position %d, digest %s%s",
                compared.same() ? "Same" : "Different",
                compared.tables(),
                compared.position(),
                compared.digest(),
                rebuilt.swapped() ? "; replaced." : "; left as they were."));
        out.flush();
    }
}
