package org.nestledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results are medians of rounds, and say whether they reach their goals. */
class ReportTest {

    private static final Variant VARIANT = new Variant() {
        @Override
        public String name() {
            return "engine";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("callers", "64");
        }

        @Override
        public Sample run(Duration time) {
            throw new UnsupportedOperationException();
        }
    };

    @Test
    void aRateIsTheMedianOfTheRounds() {
        Result result = Result.of("append", VARIANT, "appends", List.of(sample(300), sample(100), sample(200)));

        assertThat(result.perSecond()).isEqualTo(new Spread(200, 100, 300));
        assertThat(result.rate()).isEqualTo(200);
        assertThat(result.p99()).isBetween(0.99, 1.01);
    }

    @Test
    void ofAnEvenNumberOfRoundsItLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void whatWasTimedAsAWholeHasNoLatencies() {
        Result result = Result.of("read", VARIANT, "events", List.of(Sample.ofWhole(500, 500_000_000)));

        assertThat(result.perSecond()).isEqualTo(new Spread(1_000, 1_000, 1_000));
        assertThat(result.p99Millis()).isNull();
    }

    @Test
    void theTableSaysWhichGoalsAreMet() {
        Result result = Result.of("append", VARIANT, "appends", List.of(sample(100)))
                .with(Claim.atLeast("rate ÷ plain", 3.6, 3.5))
                .with(Claim.atMost("p99 ms", 9, 8))
                .with(Claim.informing("share", 0.5));

        String table = new Report(Map.of("machine", "2 cores"), List.of(result)).table();

        assertThat(table).contains("machine:", "2 cores", "callers 64");
        assertThat(row(table, "rate ÷ plain")).contains("3.60", "≥ 3.50", "yes");
        assertThat(row(table, "p99 ms")).contains("9.00", "≤ 8.00", "NO");
        assertThat(row(table, "share")).contains("0.500").doesNotContain("yes", "NO");
    }

    @Test
    void theJsonHoldsTheSameInFull() {
        Result result = Result.of("append", VARIANT, "appends", List.of(sample(100)))
                .with(Claim.atLeast("rate ÷ plain", 3.6, 3.5));

        JsonNode json = JsonMapper.shared().readTree(new Report(Map.of("machine", "2 cores"), List.of(result)).json());

        assertThat(json.at("/facts/machine").stringValue()).isEqualTo("2 cores");
        assertThat(json.at("/results/0/perSecond/median").doubleValue()).isEqualTo(100);
        assertThat(json.at("/results/0/claims/0/goal/bound").doubleValue()).isEqualTo(3.5);
    }

    private static String row(String table, String text) {
        return table.lines().filter(line -> line.contains(text)).findFirst().orElseThrow();
    }

    private static Sample sample(int perSecond) {
        Histogram latencies = Sample.histogram();
        latencies.recordValue(1_000_000);
        return new Sample(perSecond, 1_000_000_000, latencies);
    }
}
