package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.enterprise.EnterpriseEvent;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualificationLapsed;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseQualified;
import org.nestledger.core.enterprise.EnterpriseEvent.EnterpriseRegistered;
import org.nestledger.core.enterprise.Qualification;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectEvent.ProjectAmended;
import org.nestledger.core.project.ProjectEvent.ProjectIntroduced;
import org.nestledger.query.report.explain.Evidence.Standing;

/** What was stated last of projects and of the enterprises behind them. */
final class Descriptions {

    private final Map<String, Described> projects = new HashMap<>();
    private final Map<Recognition, Standing<EnterpriseEvent>> recognitions = new HashMap<>();

    /** @param standing the event that states it */
    record Described(
            String project,
            @Nullable String enterprise,
            @Nullable String industry,
            @Nullable String origin,
            @Nullable Area landNeed,
            Standing<LedgerEvent> standing) {}

    private record Recognition(String enterprise, Qualification kind) {}

    Descriptions(Evidence evidence) {
        evidence.standing(LedgerEvent.class).forEach(standing -> {
            switch (standing.event()) {
                case ProjectIntroduced e ->
                    describe(new Described(
                            e.project(), e.enterprise(), e.industry(), e.origin(), e.landNeed(), standing));
                case OpeningProjectRecorded e ->
                    describe(new Described(
                            e.project(), e.enterprise(), e.industry(), e.origin(), e.landNeed(), standing));
                case ProjectAmended e ->
                    describe(new Described(
                            e.project(),
                            e.details().enterprise(),
                            e.details().industry(),
                            e.details().origin(),
                            e.details().landNeed(),
                            standing));
                default -> {}
            }
        });
        evidence.standing(EnterpriseEvent.class).forEach(standing -> {
            switch (standing.event()) {
                case EnterpriseQualified e -> recognise(new Recognition(e.enterprise(), e.qualification()), standing);
                case EnterpriseQualificationLapsed e ->
                    recognise(new Recognition(e.enterprise(), e.qualification()), standing);
                case EnterpriseRegistered _ -> {}
            }
        });
    }

    private void describe(Described described) {
        projects.merge(
                described.project(),
                described,
                (one, other) -> Evidence.LATER.compare(one.standing(), other.standing()) > 0 ? one : other);
    }

    private void recognise(Recognition recognition, Standing<EnterpriseEvent> standing) {
        recognitions.merge(recognition, standing, (one, other) -> Evidence.LATER.compare(one, other) > 0 ? one : other);
    }

    Optional<Described> of(String project) {
        return Optional.ofNullable(projects.get(project));
    }

    /** Of these projects, those whose enterprise is recognised on the day, each with the entries that say so. */
    Map<String, List<Entry>> recognised(Set<String> of, LocalDate day) {
        Map<String, List<Entry>> recognised = new LinkedHashMap<>();
        for (String project : of) {
            Described described = projects.get(project);
            List<Entry> reasons = new ArrayList<>();
            if (described != null && described.enterprise() != null) {
                for (Qualification kind : Qualification.values()) {
                    Standing<EnterpriseEvent> last = recognitions.get(new Recognition(described.enterprise(), kind));
                    if (last != null && holds(last.event(), day)) {
                        reasons.add(Entry.of(last, null, project));
                    }
                }
            }
            if (described != null && !reasons.isEmpty()) {
                reasons.addFirst(Entry.of(described.standing(), null, project));
                recognised.put(project, reasons);
            }
        }
        return recognised;
    }

    private static boolean holds(EnterpriseEvent last, LocalDate day) {
        return last instanceof EnterpriseQualified qualified
                && (qualified.validUntil() == null || !qualified.validUntil().isBefore(day));
    }

    /** Of these projects, those that state a need of land, each with the entry that states it. */
    Map<String, Entry> needs(Set<String> of) {
        Map<String, Entry> needs = new LinkedHashMap<>();
        for (String project : of) {
            Described described = projects.get(project);
            if (described != null
                    && described.landNeed() != null
                    && !described.landNeed().isZero()) {
                Amount need = new Amount(described.landNeed().microMu(), Area.UNIT);
                needs.put(project, Entry.of(described.standing(), need, project));
            }
        }
        return needs;
    }
}
