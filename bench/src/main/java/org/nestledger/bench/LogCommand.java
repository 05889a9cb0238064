package org.nestledger.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.bench.append.AppendBenchmark;
import org.nestledger.bench.append.CommandBenchmark;
import org.nestledger.bench.append.GrownLogBenchmark;
import org.nestledger.bench.log.ReadBenchmark;
import org.nestledger.bench.log.SourceBenchmark;
import org.nestledger.bench.log.TreeBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger bench log}. */
@Command(
        name = "log",
        description = "Measure the event log against what PostgreSQL does at best; bench/README.md says how and why.")
final class LogCommand implements Callable<Integer> {

    private static final List<Benchmark> ALL = List.of(
            new AppendBenchmark(),
            new CommandBenchmark(),
            new SourceBenchmark(),
            new ReadBenchmark(),
            new TreeBenchmark(),
            new GrownLogBenchmark());

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "The benchmarks to run, instead of all.")
    List<String> only = List.of();

    @Mixin
    BenchOptions options = new BenchOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var streams = Objects.requireNonNull(spec).commandLine();
        List<Benchmark> chosen = chosen();
        try (BenchServer server = BenchServer.start(options.keep)) {
            var facts = Machine.describe(server);
            List<Result> results = new ArrayList<>();
            for (Benchmark benchmark : chosen) {
                results.addAll(benchmark.run(new Bench(options, server, streams.getErr())));
            }
            print(new Report(facts, List.copyOf(results)), streams.getOut());
        }
        return 0;
    }

    private List<Benchmark> chosen() {
        for (String name : only) {
            if (ALL.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                String names = ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "There is no benchmark \"" + name + "\"; there are " + names + ".");
            }
        }
        return ALL.stream()
                .filter(benchmark -> only.isEmpty() || only.contains(benchmark.name()))
                .toList();
    }

    private void print(Report report, PrintWriter out) throws Exception {
        Path json = options.json;
        if (json != null && json.equals(Path.of("-"))) {
            out.println(report.json());
        } else {
            out.print(report.table());
            if (json != null) {
                Files.writeString(json, report.json() + "\n");
            }
        }
        out.flush();
    }
}
