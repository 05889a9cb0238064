package org.nestledger.bench;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks. */
@Command(
        name = "ledger bench",
        description = "Measures the ledger on a PostgreSQL of its own.",
        subcommands = {LogCommand.class, RebuildCommand.class, FaultsCommand.class, RacesCommand.class, ApiCommand.class
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND")
public final class BenchCommandLine implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    private BenchCommandLine() {}

    /** The command line, writing to these. */
    public static CommandLine create(PrintWriter out, PrintWriter err) {
        return new CommandLine(new BenchCommandLine())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false);
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "A command is missing.");
    }
}
