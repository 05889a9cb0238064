package org.nestledger.api.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.exchange.LedgerOpener.OpenLedger;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.measure.Id;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files into the ledger of a data directory. */
@Command(
        name = "import",
        description = {
            "Record land supply notices or commands from files.",
            "Rows that cannot be recorded are listed and left out; importing a file again records only what is missing."
        },
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LedgerOpener opener;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files of notices, or files of commands.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "landchina (notices under headings) or commands (one JSON object a line); recognised when not given.")
    private @Nullable String format;

    @Option(names = "--zone", paramLabel = "ID", description = "Record every notice in the books of this zone.")
    private @Nullable String zone;

    @Option(names = "--dry-run", description = "Decide everything and record nothing.")
    private boolean dryRun;

    @Option(
            names = "--refusals",
            paramLabel = "FILE",
            description = "List the refusals in this CSV file; beside each imported file when not given.")
    private @Nullable Path refusals;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory; .ledger beside the launcher, or the database of SPRING_DATASOURCE_URL,"
                    + " when not given.")
    private @Nullable Path data;

    public ImportCommand(LedgerOpener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        ImportFormat known = format();
        if (zone != null && !Id.SYNTAX.matcher(zone).matches()) {
            throw usage("--zone=" + zone + " is no id: an id " + Id.RULE);
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            // Nothing is begun when one of the files cannot be read, so that a typing error has no half result.
            List<SourceFile> sources = new ArrayList<>();
            for (Path file : files) {
                sources.add(ImportFormat.open(file, known, zone));
                refuseOverwriting(file);
            }
            List<RefusalFile> lists = lists(sources);
            return run(sources, lists);
        } catch (UnreadableFile | ImportStopped problem) {
            err.println(Text.oneLine("import: " + problem.getMessage()));
            err.flush();
            return 1;
        }
    }

    private int run(List<SourceFile> sources, List<RefusalFile> lists) {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        boolean listed;
        Tally tally;
        try (OpenLedger open = opener.open(data)) {
            Importer importer = new Importer(err);
            if (dryRun) {
                try (Ledger dry = open.ledger().dryRun()) {
                    tally = run(sources, lists, importer, new Gateway(dry, open.sender(), PAUSE));
                }
                err.println("dry run: nothing was recorded; the figures say what would be");
            } else {
                tally = run(sources, lists, importer, new Gateway(open.ledger(), open.sender(), PAUSE));
            }
            listed = importer.listed();
        } finally {
            lists.stream().distinct().forEach(list -> close(list, err));
        }
        err.flush();
        out.println(tally);
        out.flush();
        return listed || refusals == null ? 0 : 1;
    }

    private static Tally run(List<SourceFile> sources, List<RefusalFile> lists, Importer importer, Gateway gateway) {
        Tally tally = Tally.NONE;
        for (int i = 0; i < sources.size(); i++) {
            tally = tally.plus(importer.run(sources.get(i), lists.get(i), gateway));
        }
        return tally;
    }

    private List<RefusalFile> lists(List<SourceFile> sources) {
        if (refusals != null) {
            RefusalFile shared = RefusalFile.at(refusals);
            return sources.stream().map(_ -> shared).toList();
        }
        return sources.stream()
                .map(source -> RefusalFile.at(RefusalFile.beside(source.path())))
                .toList();
    }

    private static void close(RefusalFile list, PrintWriter err) {
        try {
            list.close();
            if (list.written()) {
                err.println(
                        "the refusals are listed in " + Text.oneLine(list.path().toString()));
            }
        } catch (IOException unwritable) {
            err.println("the list of refusals " + Text.oneLine(list.path().toString()) + " is not complete: "
                    + "the disk may be full");
        }
        err.flush();
    }

    private @Nullable ImportFormat format() {
        try {
            return format == null ? null : ImportFormat.of(format);
        } catch (IllegalArgumentException unknown) {
            throw usage("--format: " + unknown.getMessage());
        }
    }

    private void refuseOverwriting(Path file) {
        try {
            if (refusals != null && Files.exists(refusals) && Files.isSameFile(file, refusals)) {
                throw new UnreadableFile(file, "is imported and cannot also take the refusals: name another file");
            }
        } catch (IOException problem) {
            throw TextFile.unreadable(file, problem);
        }
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), Text.oneLine(problem));
    }
}
