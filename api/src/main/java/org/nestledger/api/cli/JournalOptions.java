package org.nestledger.api.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.query.movement.JournalFilter;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which entries of the journal are listed, as over HTTP. */
final class JournalOptions {

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            converter = Converters.OfAccount.class,
            completionCandidates = Accounts.class,
            description = "Only on this account, one of ${COMPLETION-CANDIDATES}.")
    @Nullable
    Account account;

    @Option(names = "--flow", paramLabel = "FLOW", description = "Only of this flow, one of ${COMPLETION-CANDIDATES}.")
    @Nullable
    Flow flow;

    @Option(
            names = "--parcel",
            paramLabel = "ID",
            converter = Converters.Id.class,
            description = "Only of this parcel.")
    @Nullable
    String parcel;

    @Option(
            names = "--project",
            paramLabel = "ID",
            converter = Converters.Id.class,
            description = "Only of this project.")
    @Nullable
    String project;

    @Option(
            names = "--supply",
            paramLabel = "ID",
            converter = Converters.Id.class,
            description = "Only of this supply.")
    @Nullable
    String supply;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = Converters.Date.class,
            description = "The first business day.")
    @Nullable
    LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = Converters.Date.class,
            description = "The last business day.")
    @Nullable
    LocalDate to;

    /** @throws ParameterException when the days are in the wrong order */
    JournalFilter filter(CommandLine command) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new ParameterException(command, "--from=" + from + " is after --to=" + to + "; exchange them.");
        }
        return new JournalFilter(null, account, flow, parcel, project, supply, from, to);
    }

    /** That another list is not narrowed by what was given of these. */
    static ParameterException unfit(CommandLine command, String list) {
        String given = command.getParseResult().matchedOptions().stream()
                .filter(option -> option.group() != null)
                .map(OptionSpec::longestName)
                .findFirst()
                .orElseThrow();
        return new ParameterException(
                command, given + " is an option of list journal; leave it out of list " + list + ".");
    }

    /** The codes that {@code --help} names, in lines of their own: it would break some after the colon. */
    static final class Accounts implements Iterable<String> {

        private static final int WIDTH = 50;

        @Override
        public Iterator<String> iterator() {
            List<String> codes = new ArrayList<>();
            int column = WIDTH;
            for (String code : Account.codes()) {
                int width = code.length() + ", ".length();
                boolean fits = column + width <= WIDTH;
                codes.add(fits ? code : "\n" + code);
                column = fits ? column + width : width;
            }
            return codes.iterator();
        }
    }
}
