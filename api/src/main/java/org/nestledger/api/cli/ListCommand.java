package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.output.EntryList;
import org.nestledger.api.output.JournalList;
import org.nestledger.api.output.ListKind;
import org.nestledger.api.output.ListOutput;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.Answer;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger list}. */
@Command(name = "list", description = "List what is in the ledger, now or at another moment, ordered by id.")
final class ListCommand implements Callable<Integer> {

    @Parameters(paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    ListKind kind = ListKind.zones;

    @Option(names = "--zone", paramLabel = "ID", description = "Only in this zone and the zones within it.")
    @Nullable
    String zone;

    @Option(names = "--q", paramLabel = "TEXT", description = "Only what has this text in its id or name, in any case.")
    @Nullable
    String text;

    @ArgGroup(exclusive = false, order = 90, heading = "For the journal only:%n")
    @Nullable
    JournalOptions journal;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Converters.Date.class,
            description = "The last business day that counts; any when not given.")
    @Nullable
    LocalDate asOf;

    @Mixin
    KnownAtOption knownAt = new KnownAtOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "So many entries at most; all when not given.")
    int limit = Integer.MAX_VALUE;

    @Mixin
    AreaUnitOption areas = new AreaUnitOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    ReportFormat format = ReportFormat.table;

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        EntryList<?> list = list();
        if (text != null && !list.searched()) {
            throw new ParameterException(command(), "There is no text in " + kind + " to search; leave --q out.");
        }
        try (LedgerRuntime runtime = data.openCaughtUp()) {
            if (zone != null && at(runtime.queries(), null).zones().byId(zone).isEmpty()) {
                throw KnownZones.unknown(runtime.queries(), zone);
            }
            print(list, at(runtime.queries(), asOf));
        }
        return 0;
    }

    private EntryList<?> list() {
        if (journal == null) {
            return kind.list();
        }
        if (kind != ListKind.journal) {
            throw JournalOptions.unfit(command(), kind.name());
        }
        return JournalList.of(journal.filter(command()));
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private LedgerQueries at(LedgerQueries queries, @Nullable LocalDate day) {
        return switch (queries.at(day, knownAt.value)) {
            case Answer.Found<LedgerQueries>(LedgerQueries found) -> found;
            case Answer.UnknownZone<LedgerQueries>(String unknown) -> throw KnownZones.unknown(queries, unknown);
            case Answer.NotYetKnown<LedgerQueries>(long asked, long reached) ->
                throw ReportOptions.notYetKnown(asked, reached);
        };
    }

    private <T> void print(EntryList<T> list, LedgerQueries queries) {
        PrintWriter out = command().getOut();
        ListOutput.print(list.pages(queries, zone, text, limit), list.columns(), areas.shown(), format, out);
        out.flush();
    }
}
