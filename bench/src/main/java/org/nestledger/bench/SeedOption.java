package org.nestledger.bench;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What plans an attack. */
final class SeedOption {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What plans the attack; another one each time when not given.")
    @Nullable
    Long seed;

    /** The given seed or a new one, which is said, so that the same attack can be planned again. */
    long chosen(PrintWriter err) {
        long chosen = seed == null ? System.nanoTime() : seed;
        err.println("seed " + chosen);
        return chosen;
    }
}
