package org.nestledger.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.faults.Campaign;
import org.nestledger.core.log.faults.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger bench faults}. */
@Command(
        name = "faults",
        description =
                "Kill and pause processes and PostgreSQL under load, and check what clients were told against the log."
                        + " Ends with 1 when something is wrong.")
final class FaultsCommand implements Callable<Integer> {

    private static final int ROUNDS_PER_LOG = 20;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "21",
            description = "Faults to inject; ${DEFAULT-VALUE} when not given.")
    int rounds = 21;

    @Mixin
    SeedOption seed = new SeedOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var streams = Objects.requireNonNull(spec).commandLine();
        long chosen = seed.chosen(streams.getErr());
        Path directory = Files.createTempDirectory("ledger-faults");
        Tally tally;
        try (Campaign campaign = new Campaign(directory, chosen, ROUNDS_PER_LOG)) {
            tally = campaign.run(
                    rounds,
                    (fault, soFar) -> streams.getErr()
                            .println("round %d of %d: %s: %d violations"
                                    .formatted(
                                            soFar.rounds(),
                                            rounds,
                                            fault,
                                            soFar.violations().size())));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(Attack.row("rounds", tally.rounds()));
        tally.faults().forEach((fault, count) -> rows.add(Attack.row("  " + fault, count)));
        tally.counts().forEach((what, count) -> rows.add(Attack.row(what, count)));
        return Attack.report(streams.getOut(), directory, chosen, rows, tally.violations());
    }
}
