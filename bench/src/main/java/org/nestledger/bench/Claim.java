package org.nestledger.bench;

import org.jspecify.annotations.Nullable;

/**
 * One figure that a result is judged by.
 *
 * @param what for example "rate ÷ plain inserts" or "p99 ms"
 * @param goal null when the figure only informs
 */
public record Claim(String what, double value, @Nullable Goal goal) {

    /** What a figure must be. */
    public sealed interface Goal {

        boolean isMet(double value);

        record AtLeast(double bound) implements Goal {

            @Override
            public boolean isMet(double value) {
                return value >= bound;
            }
        }

        record AtMost(double bound) implements Goal {

            @Override
            public boolean isMet(double value) {
                return value <= bound;
            }
        }
    }

    public static Claim atLeast(String what, double value, double bound) {
        return new Claim(what, value, new Goal.AtLeast(bound));
    }

    public static Claim atMost(String what, double value, double bound) {
        return new Claim(what, value, new Goal.AtMost(bound));
    }

    public static Claim informing(String what, double value) {
        return new Claim(what, value, null);
    }
}
