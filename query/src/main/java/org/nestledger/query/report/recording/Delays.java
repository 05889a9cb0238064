package org.nestledger.query.report.recording;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many entries were recorded after how many days. */
final class Delays {

    private static final int PER_CENT = 100;

    private final SortedMap<Long, Long> entries = new TreeMap<>();

    void add(long days, long count) {
        entries.merge(days, count, Math::addExact);
    }

    long count() {
        return entries.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The fewest days within which at least so many of a hundred entries were recorded; none without entries. */
    @Nullable
    Long within(int percent) {
        long wanted = Math.ceilDiv(Math.multiplyExact(count(), (long) percent), PER_CENT);
        long seen = 0;
        for (Map.Entry<Long, Long> each : entries.entrySet()) {
            seen += each.getValue();
            if (seen >= wanted) {
                return each.getKey();
            }
        }
        return null;
    }

    @Nullable
    Long longest() {
        return within(PER_CENT);
    }

    /** The fewest days that one of so many entries took which were recorded last; none without entries. */
    @Nullable
    Long fewestOfLatest(int number) {
        long left = number;
        for (Map.Entry<Long, Long> each : entries.reversed().entrySet()) {
            left -= each.getValue();
            if (left <= 0) {
                return each.getKey();
            }
        }
        return entries.isEmpty() ? null : entries.firstKey();
    }

    /** Every delay, also those that no entry has. */
    List<DelayCount> counts() {
        Map<Delay, Long> counts = new EnumMap<>(Delay.class);
        entries.forEach((days, count) -> counts.merge(Delay.of(days), count, Math::addExact));
        return Arrays.stream(Delay.values())
                .map(delay -> new DelayCount(delay, counts.getOrDefault(delay, 0L)))
                .toList();
    }
}
