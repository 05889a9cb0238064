package org.nestledger.api;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program's entry point. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.equals(List.of("--version"))) {
            out.println("nest-ledger " + version());
            return 0;
        }
        err.println("usage: ledger --version");
        return 2;
    }

    private static String version() {
        @Nullable String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
