package org.nestledger.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry point of {@code ./ledger bench}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(BenchCommandLine.create(out, err).execute(args));
    }
}
