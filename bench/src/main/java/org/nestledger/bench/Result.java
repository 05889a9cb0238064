package org.nestledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one variant.
 *
 * @param benchmark its name
 * @param parameters what the variant was measured with
 * @param perSecond finished operations, null when only their latency counts
 * @param unit what one operation is, for example "appends"
 * @param p50Millis median latency of one operation, null when it was not taken
 * @param p99Millis 99th percentile
 * @param claims what it is judged by, ratios to other variants above all
 */
public record Result(
        String benchmark,
        String variant,
        Map<String, String> parameters,
        @Nullable Spread perSecond,
        String unit,
        @Nullable Spread p50Millis,
        @Nullable Spread p99Millis,
        List<Claim> claims) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MEDIAN = 50;
    private static final int NEARLY_ALL = 99;

    /** The rate of the samples, and their latencies when all have them. */
    public static Result of(String benchmark, Variant variant, String unit, List<Sample> samples) {
        boolean timed = samples.stream().allMatch(sample -> sample.latencies().getTotalCount() > 0);
        return new Result(
                benchmark,
                variant.name(),
                variant.parameters(),
                Spread.of(samples, sample -> sample.operations() * NANOS_PER_SECOND / sample.nanos()),
                unit,
                timed ? percentile(samples, MEDIAN) : null,
                timed ? percentile(samples, NEARLY_ALL) : null,
                List.of());
    }

    /** The same with one more claim. */
    public Result with(Claim claim) {
        List<Claim> more = new ArrayList<>(claims);
        more.add(claim);
        return new Result(benchmark, variant, parameters, perSecond, unit, p50Millis, p99Millis, List.copyOf(more));
    }

    /** The median rate. */
    public double rate() {
        if (perSecond == null) {
            throw new IllegalStateException(variant + " has no rate");
        }
        return perSecond.median();
    }

    /** The median of the rounds' 99th percentiles, in milliseconds. */
    public double p99() {
        if (p99Millis == null) {
            throw new IllegalStateException(variant + " has no latencies");
        }
        return p99Millis.median();
    }

    private static Spread percentile(List<Sample> samples, int percentile) {
        return Spread.of(samples, sample -> sample.latencies().getValueAtPercentile(percentile) / NANOS_PER_MILLI);
    }
}
