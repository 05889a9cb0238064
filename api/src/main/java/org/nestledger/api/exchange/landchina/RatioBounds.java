package org.nestledger.api.exchange.landchina;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds of the floor area ratio where one cell states both. */
record RatioBounds(@Nullable String min, @Nullable String max) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final Pattern BETWEEN = Pattern.compile("[/~\\-—–至到;,]");

    /** @param maxFirst whether the heading names the upper bound first */
    static RatioBounds of(String cell, boolean maxFirst) {
        List<@Nullable String> bounds = new ArrayList<>();
        for (String part : BETWEEN.split(Cell.nfkc(cell), -1)) {
            bounds.add(bound(part));
        }
        if (bounds.size() > 2) {
            throw invalid();
        }
        if (bounds.size() == 1) {
            // A single ratio is the one that may not be exceeded.
            return new RatioBounds(null, bounds.getFirst());
        }
        return maxFirst
                ? new RatioBounds(bounds.getLast(), bounds.getFirst())
                : new RatioBounds(bounds.getFirst(), bounds.getLast());
    }

    private static @Nullable String bound(String part) {
        if (part.isBlank()) {
            return null;
        }
        if (!NUMBER.matcher(part.strip()).matches()) {
            throw invalid();
        }
        return Numbers.small(part.strip());
    }

    private static InvalidCell invalid() {
        return new InvalidCell(
                "is not one or two floor area ratios", "Write the bounds in the order of the heading, like 2.5/1.0.");
    }
}
