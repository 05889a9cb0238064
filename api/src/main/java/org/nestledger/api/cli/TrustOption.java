package org.nestledger.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.PolicyFile;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom the one who verifies trusts. */
final class TrustOption {

    @Option(
            names = "--vkey",
            paramLabel = "KEY",
            converter = Converters.Key.class,
            description =
                    "The log's key as you know it from elsewhere; may be given twice while the log changes its key.")
    List<VerifierKey> keys = List.of();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The logs and witnesses that you know, and how many must have cosigned (C2SP tlog-policy).")
    @Nullable
    Path policy;

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            converter = Converters.Key.class,
            description = "A witness that must have cosigned; may be given several times.")
    List<VerifierKey> witnesses = List.of();

    @Option(
            names = "--quorum",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "How many of the witnesses must have cosigned; all when not given.")
    @Nullable
    Integer quorum;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec spec;

    /** The witnesses that must have cosigned. */
    WitnessPolicy policy() {
        if (policy != null) {
            if (!witnesses.isEmpty() || quorum != null) {
                throw wrong("Give either a policy, or witnesses and their quorum.");
            }
            return PolicyFile.read(policy);
        }
        int threshold = quorum == null ? witnesses.size() : quorum;
        if (threshold > witnesses.size()) {
            throw wrong("The quorum is " + threshold + ", but there are " + witnesses.size() + " witnesses.");
        }
        for (VerifierKey witness : witnesses) {
            if (!witness.cosigns()) {
                throw wrong("The key of " + witness.name() + " is a log's and not a witness's.");
            }
        }
        try {
            return witnesses.isEmpty() ? WitnessPolicy.none() : WitnessPolicy.of(witnesses, threshold);
        } catch (UnverifiedException twice) {
            throw wrong("The witnesses are not as many as they seem: " + twice.what() + ".");
        }
    }

    /** The log's keys: those that were given, else those of the policy. */
    List<VerifierKey> keys(WitnessPolicy known) {
        List<VerifierKey> trusted = keys.isEmpty() ? known.logs() : keys;
        if (trusted.isEmpty()) {
            throw wrong("Give the log's key with --vkey, or a policy that has a line \"log <vkey>\".");
        }
        return trusted;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
    }
}
