package org.nestledger.api;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nestledger.api.cli.LedgerCommandLine;
import org.nestledger.api.runtime.ProgramLog;

/** The program's entry point. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        ProgramLog.open();
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        return LedgerCommandLine.create(
                        new PrintWriter(out, true, StandardCharsets.UTF_8),
                        new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(args.toArray(String[]::new));
    }
}
