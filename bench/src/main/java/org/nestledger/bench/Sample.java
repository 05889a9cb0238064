package org.nestledger.bench;

import org.HdrHistogram.Histogram;

/**
 * What one variant did in one round.
 *
 * @param operations how many were finished
 * @param nanos how long all of it took
 * @param latencies of the single operations in nanoseconds; empty when they were not taken
 */
public record Sample(long operations, long nanos, Histogram latencies) {

    private static final int DIGITS = 3;

    /** A sample of which only the whole was timed. */
    public static Sample ofWhole(long operations, long nanos) {
        return new Sample(operations, nanos, histogram());
    }

    /** An empty histogram of nanoseconds with three significant digits; not for several threads at once. */
    public static Histogram histogram() {
        return new Histogram(DIGITS);
    }
}
