package org.nestledger.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Benchmarks that are run on one server, and their results in one report. */
record Benchmarks(List<Benchmark> all) {

    /** @param only the names of those to run; all of them when it is empty */
    int run(List<String> only, BenchOptions options, CommandLine streams) throws Exception {
        List<Benchmark> chosen = chosen(only, streams);
        try (BenchServer server = BenchServer.start(options.keep)) {
            var facts = Machine.describe(server);
            List<Result> results = new ArrayList<>();
            for (Benchmark benchmark : chosen) {
                results.addAll(benchmark.run(new Bench(options, server, streams.getErr())));
            }
            print(new Report(facts, List.copyOf(results)), options.json, streams.getOut());
        }
        return 0;
    }

    private List<Benchmark> chosen(List<String> only, CommandLine streams) {
        for (String name : only) {
            if (all.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                String names = all.stream().map(Benchmark::name).collect(Collectors.joining(", "));
                throw new ParameterException(
                        streams, "There is no benchmark \"" + name + "\"; there are " + names + ".");
            }
        }
        return all.stream()
                .filter(benchmark -> only.isEmpty() || only.contains(benchmark.name()))
                .toList();
    }

    private static void print(Report report, @Nullable Path json, PrintWriter out) throws Exception {
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
