package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.database.ApiToken;
import org.nestledger.api.database.ApiTokens;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.output.ListColumn;
import org.nestledger.api.output.ListOutput;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.LocalSender;
import org.nestledger.api.security.Grant;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger token}: who may use the interface beside those that an identity provider knows. */
@Command(name = "token", description = "Make, list and revoke tokens for the HTTP interface.")
final class TokenCommand implements Runnable {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

    private static final String CREATE = "create";

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(commandLine(), "Say create, list or revoke.");
    }

    @Command(name = CREATE, description = "Make a token. It is printed once, and nobody can find it out later.")
    int create(
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            required = true,
                            description = "Its name in the log: token:NAME.")
                    String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            required = true,
                            split = ",",
                            description = "province, headquarters, committee, platform, auditor or viewer.")
                    List<String> roles,
            @Option(
                            names = "--zone",
                            paramLabel = "ID",
                            required = true,
                            split = ",",
                            description = "In this zone and all zones within it; * for all zones.")
                    List<String> zones,
            @Option(
                            names = "--expires",
                            paramLabel = "DAYS",
                            converter = Converters.Days.class,
                            description = "After so many days it is not taken any more; never when not given.")
                    @Nullable
                    Integer expires,
            @Mixin DataOption data) {
        if (!name.matches(NAME)) {
            throw wrong(
                    "A name is at most 60 of a to z, A to Z, digits, dots, dashes and _, the first a letter or digit.");
        }
        List<String> grants = grants(roles, zones);
        Instant until = expires == null ? null : Instant.now().plus(Duration.ofDays(expires));
        try (LedgerRuntime runtime = data.open()) {
            String token = tokens(runtime)
                    .create(name, grants, LocalSender.current().actor(), until)
                    .orElseThrow(() -> new LedgerFailure("There is or was a token \"" + name
                            + "\", which is its name in the log for ever: choose another name."));
            out().println(token);
            out().flush();
            zones.stream().distinct().filter(zone -> isUnknown(runtime, zone)).forEach(this::tellUnknown);
        }
        return 0;
    }

    private static boolean isUnknown(LedgerRuntime runtime, String zone) {
        return !zone.equals(Grant.EVERYWHERE)
                && runtime.queries().zones().byId(zone).isEmpty();
    }

    /** A zone may be designated later, so that the token is made all the same; it may be a slip, too. */
    private void tellUnknown(String zone) {
        PrintWriter err = commandLine().getErr();
        err.println("There is no zone \"" + zone + "\" yet; until there is one, the token is of no use in it.");
        err.flush();
    }

    @Command(name = "list", description = "List all tokens there ever were, without what they are recognised by.")
    int list(
            @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
                    @Nullable
                    ReportFormat format,
            @Mixin DataOption data) {
        List<ListColumn<ApiToken>> columns = List.of(
                ListColumn.text("name", ApiToken::name),
                ListColumn.text("grants", token -> String.join(" ", token.grants())),
                ListColumn.text("created", token -> shown(token.createdAt())),
                ListColumn.text("by", ApiToken::createdBy),
                ListColumn.text("expires", token -> shown(token.expiresAt())),
                ListColumn.text("revoked", token -> shown(token.revokedAt())));
        ListOutput.print(
                with(data, ApiTokens::all),
                columns,
                ShownAreas.AS_RECORDED,
                format == null ? ReportFormat.table : format,
                out());
        out().flush();
        return 0;
    }

    @Command(name = "revoke", description = "Take a token from its bearer. Servers notice within 10 seconds.")
    int revoke(
            @Parameters(paramLabel = "NAME", description = "The token's name.") String name, @Mixin DataOption data) {
        if (!with(data, tokens -> tokens.revoke(name))) {
            throw new LedgerFailure("There is no token \"" + name + "\"; ./ledger token list names them.");
        }
        out().println("The token " + name + " is revoked; a running server notices within 10 seconds.");
        out().flush();
        return 0;
    }

    private List<String> grants(List<String> roles, List<String> zones) {
        try {
            return roles.stream()
                    .flatMap(role -> zones.stream().map(zone -> Grant.of(role, zone)))
                    .distinct()
                    .map(Grant::toString)
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw wrong(String.valueOf(unknown.getMessage()));
        }
    }

    private static <T> T with(DataOption data, Function<ApiTokens, T> use) {
        try (LedgerRuntime runtime = data.open()) {
            return use.apply(tokens(runtime));
        }
    }

    private static ApiTokens tokens(LedgerRuntime runtime) {
        return new ApiTokens(runtime.database().dataSource());
    }

    private static String shown(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    /** Of what is to be created. */
    private ParameterException wrong(String what) {
        return new ParameterException(
                Objects.requireNonNull(commandLine().getSubcommands().get(CREATE)), what);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
