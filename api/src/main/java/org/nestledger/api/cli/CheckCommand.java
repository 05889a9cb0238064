package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.LogCheck;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.publish.SignerRefusedException;
import org.nestledger.query.check.ReportCheck;
import org.nestledger.query.projection.Compared;
import org.nestledger.query.projection.Rebuild.Mode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger check}. */
@Command(
        name = "check",
        description =
                "Check that everything in the log's database follows from its records, that what reports are computed from"
                        + " is what the log gives, and that parcels lie where and as large as it says.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all is sound",
            "1:the log is damaged, or reports differ from it, or it could not be checked",
            "2:the command line is wrong",
            "3:there are warnings only, which are of parcels' boundaries"
        })
final class CheckCommand implements Callable<Integer> {

    private static final int WARNED = 3;

    @Option(names = "--log-only", description = "Check the log and nothing else.")
    boolean logOnly;

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine streams = Objects.requireNonNull(spec).commandLine();
        try (LedgerRuntime runtime = data.openBegun()) {
            boolean readable = isReadable(runtime, streams);
            if (!readable) {
                throw new LedgerFailure(
                        "The log holds events that this release cannot read, so that nothing else of it is checked.");
            }
            if (logOnly) {
                return 0;
            }
            CatchingUp.of(runtime, streams.getErr());
            return compare(runtime, streams);
        } catch (SignerRefusedException unusable) {
            throw new LedgerFailure(unusable.sentence(), unusable);
        } catch (UnverifiedException damage) {
            throw new LedgerFailure("The log is damaged: " + damage.what() + ".", damage);
        }
    }

    /** Whether this release can read the whole log, which is sound. */
    private static boolean isReadable(LedgerRuntime runtime, CommandLine streams) {
        try (ProgressLine progress = ProgressLine.on(streams.getErr(), "check")) {
            LogCheck.Sound sound = runtime.check().check(progress::reached);
            sound.unknown()
                    .forEach((type, unknown) -> streams.getOut()
                            .println("Unknown: " + type + ", " + unknown.events() + " events, first at position "
                                    + unknown.first() + ": " + unknown.reason() + "; use a release that knows it."));
            streams.getOut()
                    .println("Sound: " + sound.events() + " events, " + checkpoints(sound)
                            + sound.unknown().size() + " unknown types.");
            streams.getOut().flush();
            return sound.unknown().isEmpty();
        }
    }

    private static String checkpoints(LogCheck.Sound sound) {
        return sound.verified() || sound.checkpoints() == 0
                ? sound.checkpoints() + " signed checkpoints, "
                : sound.checkpoints()
                        + " checkpoints (not verified, and not compared with a published one: the log's keys are"
                        + " not in the data directory), ";
    }

    private static int compare(LedgerRuntime runtime, CommandLine streams) {
        PrintWriter out = streams.getOut();
        Compared rows = RebuildRun.of(runtime, Mode.VERIFY, streams.getErr()).compared();
        ReportCheck.Checked checked = runtime.reportCheck().check(rows, out::println);
        out.println((checked.divergences() == 0 ? "Same" : "Different") + ": " + rows.tables() + " tables and "
                + checked.balances() + " balances at position " + checked.position() + ", digest " + rows.digest()
                + "; "
                + checked.parcels() + " boundaries; " + checked.divergences() + " divergences, " + checked.warnings()
                + " warnings.");
        out.flush();
        if (checked.divergences() > 0) {
            throw new LedgerFailure("Reports differ from the log in " + checked.divergences()
                    + " places; ./ledger rebuild --accept computes them anew from it.");
        }
        if (checked.warnings() == 0) {
            return 0;
        }
        streams.getErr()
                .println("There are " + checked.warnings()
                        + " warnings of parcels' boundaries; everything else is sound.");
        streams.getErr().flush();
        return WARNED;
    }
}
