package org.nestledger.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.LogCheck;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ledger check}. */
@Command(
        name = "check",
        description =
                "Check that everything in the log's database follows from its records, and say where it does not.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine streams = Objects.requireNonNull(spec).commandLine();
        try (LedgerRuntime runtime = data.open();
                ProgressLine progress = ProgressLine.on(streams.getErr(), "check")) {
            LogCheck.Sound sound = runtime.check().check(progress::reached);
            sound.unknown()
                    .forEach((type, unknown) -> streams.getOut()
                            .println("Unknown: " + type + ", " + unknown.events() + " events, first at position "
                                    + unknown.first() + ": " + unknown.reason() + "; use a release that knows it."));
            streams.getOut()
                    .println("Sound: " + sound.events() + " events, " + sound.checkpoints() + " signed checkpoints, "
                            + sound.unknown().size() + " unknown types.");
            streams.getOut().flush();
            return sound.unknown().isEmpty() ? 0 : 1;
        } catch (UnverifiedException damage) {
            throw new LedgerFailure("The log is damaged: " + damage.what() + ".", damage);
        }
    }
}
