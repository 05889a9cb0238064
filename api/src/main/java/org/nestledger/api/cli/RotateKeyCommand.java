package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.KeyChange;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.publish.KeyRotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger rotate-key}. */
@Command(
        name = "rotate-key",
        description = "Replace the key that signs the log. Given again it goes on where it was interrupted.")
final class RotateKeyCommand implements Callable<Integer> {

    private static final int DAYS = 30;

    @Option(
            names = "--overlap",
            paramLabel = "DAYS",
            converter = Converters.Days.class,
            description = "How many days both keys sign, so that everybody can learn the new one; 30 when not given.")
    @Nullable
    Integer overlap;

    @Option(
            names = "--compromised",
            description = "The old key may be in wrong hands: it signs nothing more, there is no overlap.")
    boolean compromised;

    @Option(
            names = "--again",
            description =
                    "With --compromised: the key that took the place of a compromised one is compromised as well.")
    boolean again;

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        if (compromised && overlap != null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "A compromised key has no overlap: leave it out.");
        }
        if (again && !compromised) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "Say --again together with --compromised only.");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (LedgerRuntime runtime = data.openBegun()) {
            KeyChange change = runtime.rotateKey(Duration.ofDays(overlap == null ? DAYS : overlap), compromised, again);
            print(change, out);
        }
        return 0;
    }

    private static void print(KeyChange change, PrintWriter out) {
        KeyRotation rotation = change.rotation();
        out.println("The key is replaced, as position " + change.position() + " of the log says.");
        out.println("  old: " + rotation.from());
        out.println("  new: " + rotation.to());
        if (rotation.compromised()) {
            out.println(
                    "The old key signs nothing more. Tell everybody now, and the witnesses: what it has signed beyond "
                            + change.lastTrusted().map(Object::toString).orElse("nothing") + " is not to be trusted.");
            if (rotation.recorded()) {
                out.println("That was done before and nothing is changed now; --again makes another key.");
            }
        } else {
            out.println("Both sign until " + rotation.until().truncatedTo(ChronoUnit.SECONDS)
                    + ", then the new one alone. Tell the new one to everybody who verifies, and to the witnesses.");
        }
        out.flush();
    }
}
