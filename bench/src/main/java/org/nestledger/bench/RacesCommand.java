package org.nestledger.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.race.RaceResult;
import org.nestledger.core.log.race.RaceSeries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger bench races}. */
@Command(
        name = "races",
        description =
                "Let many deciders append to the same boundaries at once, and check that exactly one wins each time."
                        + " Ends with 1 when something is wrong.")
final class RacesCommand implements Callable<Integer> {

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2k",
            converter = BenchOptions.Count.class,
            description = "Races to run; ${DEFAULT-VALUE} when not given.")
    long rounds = 2_000;

    @Option(
            names = "--deciders",
            paramLabel = "N",
            defaultValue = "64",
            description = "Deciders of a race at most, 2 or more; ${DEFAULT-VALUE} when not given.")
    int deciders = 64;

    @Mixin
    SeedOption seed = new SeedOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var streams = Objects.requireNonNull(spec).commandLine();
        long chosen = seed.chosen(streams.getErr());
        Path directory = Files.createTempDirectory("ledger-races");
        RaceResult result = new RaceSeries(directory, deciders)
                .run(
                        rounds,
                        chosen,
                        soFar -> streams.getErr()
                                .println("round %d of %d: %d violations"
                                        .formatted(
                                                soFar.rounds(),
                                                rounds,
                                                soFar.violations().size())));
        return Attack.report(
                streams.getOut(),
                directory,
                chosen,
                List.of(
                        Attack.row("rounds", result.rounds()),
                        Attack.row("appends accepted", result.accepted()),
                        Attack.row("appends refused, condition not met", result.rejected())),
                result.violations());
    }
}
