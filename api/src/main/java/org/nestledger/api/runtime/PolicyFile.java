package org.nestledger.api.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.WitnessPolicy;

/** The file that says which witnesses there are (C2SP tlog-policy). */
public final class PolicyFile {

    private static final String NAME = "tlog-policy";
    private static final int MAX_BYTES = 1_000_000;

    private PolicyFile() {}

    /**
     * The policy of a ledger: that of the file that was asked for, else of the configured one, else of {@code tlog-policy} in
     * its data directory, else one without witnesses.
     *
     * @throws LedgerFailure when the file cannot be read or is no policy
     */
    static WitnessPolicy find(@Nullable Path asked, Path directory) {
        if (asked != null) {
            return read(asked);
        }
        Path beside = directory.resolve(NAME);
        return Settings.policy()
                .map(PolicyFile::read)
                .orElseGet(() -> Files.exists(beside) ? read(beside) : WitnessPolicy.none());
    }

    /**
     * Reads a policy.
     *
     * @throws LedgerFailure when the file cannot be read or is no policy; it names the line
     */
    public static WitnessPolicy read(Path file) {
        try {
            return WitnessPolicy.parse(BoundedFile.read("The policy", file, MAX_BYTES));
        } catch (UnverifiedException malformed) {
            throw new LedgerFailure("The policy " + file + " is wrong in " + malformed.what() + ".", malformed);
        }
    }
}
