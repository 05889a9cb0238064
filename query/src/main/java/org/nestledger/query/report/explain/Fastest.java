package org.nestledger.query.report.explain;

import java.util.List;
import java.util.Optional;

/**
 * What a figure of the fastest project claims beside its number: that no other was faster. Its own records give the number,
 * and only those of all projects can say whether there is a faster one.
 */
public final class Fastest {

    private Fastest() {}

    /**
     * What the number is without the records of other projects, in words.
     *
     * @return none for a figure that claims nothing of others
     */
    public static Optional<String> alone(String measure) {
        return claimed(measure)
                .map(_ -> "days of this project from its first application not refused to the last grant of its four"
                        + " certificates, both included, where that grant is in the period; whether another project was"
                        + " faster is shown only with --complete");
    }

    /**
     * A project that took fewer days in the zone that the figure's project is in: who is the fastest of a larger zone is the
     * fastest of its own as well.
     *
     * @param evidence of all projects
     * @return none for a figure that claims nothing of others
     */
    public static Optional<String> faster(Asked asked, Evidence evidence) {
        return claimed(asked.measure()).flatMap(meant -> {
            Durations durations = new Durations(evidence, meant.measure(), asked.period());
            List<String> fastest =
                    durations.zone(asked.subject()).map(durations::fastest).orElse(List.of());
            return fastest.contains(asked.subject())
                    ? Optional.empty()
                    : fastest.stream().findFirst();
        });
    }

    private static Optional<Meant> claimed(String measure) {
        return Meant.by(measure).filter(meant -> meant.kind() == Meant.Kind.VALUE && meant.ofProjects());
    }
}
