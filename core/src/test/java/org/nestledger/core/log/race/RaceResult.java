package org.nestledger.core.log.race;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came out of a race.
 *
 * @param rounds how many there were
 * @param accepted appends that are in the log
 * @param rejected appends whose condition was not met
 * @param violations what must not be; empty when all is well
 */
public record RaceResult(long rounds, long accepted, long rejected, List<String> violations) {

    public static final RaceResult NONE = new RaceResult(0, 0, 0, List.of());

    public RaceResult plus(RaceResult other) {
        return new RaceResult(
                rounds + other.rounds,
                accepted + other.accepted,
                rejected + other.rejected,
                Stream.concat(violations.stream(), other.violations.stream()).toList());
    }
}
