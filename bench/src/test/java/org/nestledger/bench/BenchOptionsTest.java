package org.nestledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Sizes and times are written as people say them. */
class BenchOptionsTest {

    @Test
    void sizesMayBeWrittenInThousandsAndMillions() {
        assertThat(parsed("--sizes=1m,10k,7").sizes()).containsExactly(7L, 10_000L, 1_000_000L);
        assertThat(parsed("--events=2M").events()).isEqualTo(2_000_000);
    }

    @Test
    void withoutOptionsItTakesTheSizesOfTheGoals() {
        assertThat(parsed().sizes()).containsExactly(10_000L, 1_000_000L, 10_000_000L);
        assertThat(parsed().events()).isEqualTo(1_000_000);
    }

    @Test
    void aRebuildIsMeasuredOnLogsOfItsOwnSizes() {
        StringWriter out = new StringWriter();
        CommandLine bench = BenchCommandLine.create(new PrintWriter(out), new PrintWriter(out));
        RebuildCommand rebuild = bench.getSubcommands().get("rebuild").getCommand();
        bench.parseArgs("rebuild");
        assertThat(rebuild.options.sizes()).containsExactly(1_000_000L, 5_000_000L);
        assertThat(rebuild.options.rounds()).isEqualTo(3);
        bench.parseArgs("rebuild", "--sizes=10k");
        assertThat(rebuild.options.sizes()).containsExactly(10_000L);
        assertThat(bench.execute("rebuild", "--only=nothing")).isEqualTo(2);
        assertThat(out.toString())
                .contains("There is no benchmark \"nothing\"; there are rebuild, freshness, known-then.");
    }

    @Test
    void aTimeMayBeAFractionOfASecond() {
        assertThat(parsed("--seconds=0.25").time()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void whatIsNoNumberIsRefusedWithHowToWriteIt() {
        for (String wrong : new String[] {"--sizes=10g", "--events=", "--events=-1", "--seconds=0", "--seconds=NaN"}) {
            StringWriter err = new StringWriter();
            int status = BenchCommandLine.create(new PrintWriter(err), new PrintWriter(err))
                    .execute("log", wrong);
            assertThat(status).as(wrong).isEqualTo(2);
            assertThat(err.toString()).as(wrong).contains("Invalid value");
        }
    }

    @Test
    void anUnknownBenchmarkIsNamed() {
        StringWriter err = new StringWriter();
        assertThat(BenchCommandLine.create(new PrintWriter(err), new PrintWriter(err))
                        .execute("log", "--only=nothing"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no benchmark \"nothing\"");
    }

    private static BenchOptions parsed(String... arguments) {
        BenchOptions options = new BenchOptions();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }
}
