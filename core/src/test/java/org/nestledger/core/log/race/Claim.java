package org.nestledger.core.log.race;

import java.util.List;
import java.util.Optional;

/**
 * What an event says of the append that it is part of: all that is needed to judge the append by the log alone.
 *
 * @param append the append's name, of which there is one
 * @param index of the event among those of its append, from 0
 * @param count of the events of its append
 * @param marker only events at higher positions count for the boundary
 * @param boundary what must not have happened after the marker; empty when the append was unconditional
 * @param tags of the event, sorted
 */
public record Claim(String append, int index, int count, long marker, Optional<Boundary> boundary, List<String> tags) {

    public static Claim parse(String text) {
        String[] fields = text.split(";", -1);
        return new Claim(
                fields[0],
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Long.parseLong(fields[3]),
                fields[4].isEmpty() ? Optional.empty() : Optional.of(Boundary.parse(fields[4])),
                fields[5].isEmpty() ? List.of() : List.of(fields[5].split(",", -1)));
    }

    @Override
    public String toString() {
        return String.join(
                ";",
                append,
                Integer.toString(index),
                Integer.toString(count),
                Long.toString(marker),
                boundary.map(Boundary::toString).orElse(""),
                String.join(",", tags));
    }
}
