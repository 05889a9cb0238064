package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.DatabaseTrouble;
import org.nestledger.api.exchange.ImportCommand;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.core.ledger.LedgerUnavailableException;
import org.nestledger.core.log.UndecodableEventException;
import org.nestledger.query.report.TooManyEventsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's command line. A failure is one line on the error stream, and a status that is not 0. */
@Command(
        name = "ledger",
        description = "An event-sourced ledger of industrial land, projects and investment.",
        subcommands = {DemoCommand.class, ServeCommand.class, ReconcileCommand.class, ListCommand.class},
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND")
public final class LedgerCommandLine implements Runnable {

    private static final String[] BY_THE_LAUNCHER = {
        "",
        "In a checkout also:",
        "  test        Build and test the program; test --all starts and kills real",
        "                processes too.",
        "  bench       Measure the log: bench --help says more."
    };

    private static final String NO_MEMORY =
            "There is not enough memory for this: ask for less, or give more, as with LEDGER_JAVA_OPTS=-Xmx4g.";

    private static final int USAGE = 2;
    private static final int FAILED = 1;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    boolean debug;

    @Spec
    @Nullable
    CommandSpec spec;

    private LedgerCommandLine() {}

    /** The command line, writing to these. */
    public static CommandLine create(PrintWriter out, PrintWriter err) {
        CommandLine ledger = new CommandLine(new LedgerCommandLine())
                .addSubcommand(ReportCommand.create())
                .addSubcommand(ExplainCommand.create())
                .addSubcommand(new ImportCommand(OpenForImport::at))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new ProveCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new RebuildCommand())
                .addSubcommand(new RotateKeyCommand())
                .addSubcommand(new TokenCommand());
        // Those that are added after it has a footer inherit it.
        ledger.getCommandSpec().usageMessage().footer(BY_THE_LAUNCHER);
        return ledger.setOut(out)
                .setErr(err)
                .registerConverter(Path.class, new Converters.File())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setExecutionStrategy(LedgerCommandLine::execute)
                .setParameterExceptionHandler(LedgerCommandLine::explainUsage)
                .setExecutionExceptionHandler(LedgerCommandLine::explainFailure);
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "A command is missing.");
    }

    private static int execute(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError memory) {
            return explainFailure(
                    new LedgerFailure(NO_MEMORY, memory), parsed.commandSpec().commandLine(), parsed);
        }
    }

    private static int explainUsage(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        String what = problem instanceof UnmatchedArgumentException unmatched
                ? "There is no \"" + String.join("\" or \"", unmatched.getUnmatched()) + "\" here."
                : ended(oneLine(String.valueOf(problem.getMessage())));
        command.getErr()
                .println(
                        "ledger: " + what + " See ./" + command.getCommandSpec().qualifiedName() + " --help.");
        if (Arrays.asList(args).contains("--debug")) {
            problem.printStackTrace(command.getErr());
        }
        return USAGE;
    }

    private static int explainFailure(Exception problem, CommandLine command, @Nullable ParseResult parsed) {
        command.getErr().println("ledger: " + sentence(problem));
        if (parsed != null && parsed.expandedArgs().contains("--debug")) {
            problem.printStackTrace(command.getErr());
        }
        return FAILED;
    }

    private static String sentence(Exception problem) {
        return switch (problem) {
            case LedgerFailure failure -> failure.sentence();
            case Exception failed when DatabaseTrouble.isOfAFullDisk(failed) -> DatabaseTrouble.sentence(failed);
            case LedgerUnavailableException unavailable -> oneLine(String.valueOf(unavailable.getMessage()));
            case UndecodableEventException unknown -> LedgerFailure.of(unknown).sentence();
            case TooManyEventsException many -> many.getMessage() + " " + many.remedy();
            case Exception failed when DatabaseTrouble.isBehind(failed) -> DatabaseTrouble.sentence(failed);
            case Exception failed when isOfMemory(failed) -> NO_MEMORY;
            default ->
                "Something unexpected went wrong (" + problem.getClass().getSimpleName() + "); --debug says more.";
        };
    }

    /** Of a thread that this one waited for. */
    private static boolean isOfMemory(Throwable failure) {
        return failure instanceof OutOfMemoryError || (failure.getCause() != null && isOfMemory(failure.getCause()));
    }

    /** As a sentence ends, which those of the library do not. */
    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String oneLine(String text) {
        return String.join(" ", text.lines().map(String::strip).toList());
    }
}
