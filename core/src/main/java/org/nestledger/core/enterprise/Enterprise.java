package org.nestledger.core.enterprise;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualificationLapsed;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualified;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseRegistered;

/** An enterprise as decisions read it. */
public final class Enterprise {

    private Enterprise() {}

    /** What tells whether it is registered. */
    public static Boundary existence(String enterprise) {
        return Boundary.none().and(EnterpriseEvent.tag(enterprise), EnterpriseRegistered.class);
    }

    static Boundary boundary(String enterprise) {
        return Boundary.none().and(EnterpriseEvent.tag(enterprise), EnterpriseEvent.class);
    }

    static boolean isKnown(Facts facts, String enterprise) {
        return registration(facts, enterprise).isPresent();
    }

    /** The zone that holds an enterprise which a rule before has found. */
    static String zone(Facts facts, String enterprise) {
        return registration(facts, enterprise).orElseThrow().zone();
    }

    /** The zone that holds an enterprise, whose figures change with what happens to it; none while it is not known. */
    public static Optional<String> holder(Facts facts, String enterprise) {
        return registration(facts, enterprise).map(EnterpriseRegistered::zone);
    }

    private static Optional<EnterpriseRegistered> registration(Facts facts, String enterprise) {
        return facts.standing(EnterpriseRegistered.class).stream()
                .filter(event -> event.enterprise().equals(enterprise))
                .findFirst();
    }

    /** The zone that recognised it last in this way, absent when none has. */
    static @Nullable String recogniser(Facts facts, Qualification qualification) {
        return facts.standing(EnterpriseQualified.class).stream()
                .filter(event -> event.qualification() == qualification)
                .reduce((_, later) -> later)
                .map(EnterpriseQualified::zone)
                .orElse(null);
    }

    public static @Nullable Rejection refusal(Facts facts, String enterprise) {
        return isKnown(facts, enterprise)
                ? null
                : Rejection.of(
                        RefusalCode.UNKNOWN_ENTERPRISE,
                        "There is no enterprise " + enterprise + ".",
                        "Register it first, or correct the id.");
    }

    /** The last recognition of this kind as it stands, absent when there is none. */
    static @Nullable QualificationPeriod last(Facts facts, Qualification qualification) {
        QualificationPeriod last = null;
        for (EnterpriseEvent event : facts.standing(EnterpriseEvent.class)) {
            last = switch (event) {
                case EnterpriseQualified e
                when e.qualification() == qualification ->
                    new QualificationPeriod(e.certificate(), e.occurredOn(), e.validUntil());
                case EnterpriseQualificationLapsed e
                when e.qualification() == qualification ->
                    new QualificationPeriod(
                            e.previous().certificate(),
                            e.previous().validFrom(),
                            e.occurredOn().minusDays(1));
                case EnterpriseQualified _, EnterpriseQualificationLapsed _, EnterpriseRegistered _ -> last;
            };
        }
        return last;
    }

    /** The day of the last entry about a recognition of this kind. */
    static @Nullable LocalDate lastEntry(Facts facts, Qualification qualification) {
        return Stream.concat(
                        facts.standing(EnterpriseQualified.class).stream()
                                .filter(e -> e.qualification() == qualification)
                                .map(EnterpriseQualified::occurredOn),
                        facts.standing(EnterpriseQualificationLapsed.class).stream()
                                .filter(e -> e.qualification() == qualification)
                                .map(EnterpriseQualificationLapsed::occurredOn))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
