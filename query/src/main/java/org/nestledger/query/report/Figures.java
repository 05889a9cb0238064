package org.nestledger.query.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Derivation.NotDerivable;
import org.nestledger.query.report.Measure.AmongProjects;
import org.nestledger.query.report.Measure.AmongZones;
import org.nestledger.query.report.Measure.AmongZonesByLast;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.OfZones;
import org.nestledger.query.report.Measure.Unranked;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Single figures, as published ones name them: a measure with its ending ({@code .rank}, {@code .ranked}), a zone or a
 * project, and a period. What is asked of one zone and period again is computed once.
 */
public final class Figures {

    private static final String ZONE_OF = SqlFile.beside(Figures.class, "zone-of.sql");

    private static final String IS_WITHIN = SqlFile.beside(Figures.class, "is-within.sql");

    private static final Pattern PLACE = Pattern.compile("(.+)\\.rank(ed)?");

    private final JdbcClient database;
    private final LocalDate asOf;
    private final long knownAt;
    private final Map<Scope, ZoneFigures> zones = new HashMap<>();
    private final Map<Asked, ProjectDurations> durations = new HashMap<>();

    private record Asked(FewestDays computation, Scope scope) {}

    /**
     * @param asOf nothing dated later counts
     * @param knownAt nothing recorded later counts
     */
    public Figures(JdbcClient database, LocalDate asOf, long knownAt) {
        this.database = database;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /**
     * A figure of a zone, rolled up over its descendants, or of a project. A ranked period is the one that is asked for.
     *
     * @param code of a measure of this ledger, or any other name
     */
    public Derivation of(String code, String subject, StatedPeriod period) {
        return of(code, subject, period, _ -> Optional.empty());
    }

    /** The same of what is in the books of a zone or of one within it; of anything else nothing is derived. */
    public Derivation within(String zone, String code, String subject, StatedPeriod period) {
        return of(code, subject, period, question -> question.elsewhere(zone));
    }

    private Derivation of(
            String code, String subject, StatedPeriod period, Function<Question, Optional<Derivation>> objection) {
        Optional<Measure> measure = Measures.find(code);
        if (measure.isPresent()) {
            Question question = new Question(measure.get(), code, subject, period);
            return objection.apply(question).orElseGet(question::value);
        }
        return Optional.of(PLACE.matcher(code))
                .filter(Matcher::matches)
                .flatMap(ofRank -> Measures.rankedAs(ofRank.group(1)))
                .map(ranked -> new Question(ranked, code, subject, period))
                .map(question -> objection.apply(question).orElseGet(question::place))
                .orElse(new NotDerivable("nothing in the ledger counts " + code));
    }

    private final class Question {

        private final Measure measure;
        private final String code;
        private final String subject;
        private final StatedPeriod period;

        Question(Measure measure, String code, String subject, StatedPeriod period) {
            this.measure = measure;
            this.code = code;
            this.subject = subject;
            this.period = period;
        }

        /** That the subject is in other books; absent when it is not, or not known at all. */
        Optional<Derivation> elsewhere(String books) {
            return zoneOf(measure.computation() instanceof FewestDays ? "project" : "zone")
                    .filter(zone -> !isWithin(zone, books))
                    .map(_ -> none(subject + " is not in the books of zone " + books));
        }

        Derivation value() {
            return switch (measure.computation()) {
                case OfZones _ -> zoneFigures().map(this::own).orElse(unknown("zone"));
                case FewestDays fewest ->
                    durations(fewest)
                            .map(all -> all.days(subject)
                                    .map(days -> Derivation.of(days.figure(code, subject, period.text())))
                                    .orElse(none("project " + subject + " has not all that is counted in " + words())))
                            .orElse(unknown("project"));
            };
        }

        Derivation place() {
            return switch (measure.ranking()) {
                case Unranked _ -> none("nothing is ranked by " + measure.code());
                case AmongZones _, AmongZonesByLast _ ->
                    zoneFigures()
                            .map(zone -> placed(zone.place(measure), "zone"))
                            .orElse(unknown("zone"));
                case AmongProjects _ -> placeOfProject();
            };
        }

        private Derivation placeOfProject() {
            return measure.computation() instanceof FewestDays fewest
                    ? durations(fewest)
                            .map(all -> placed(all.place(subject), "project"))
                            .orElse(unknown("project"))
                    : none("projects are not ranked by " + measure.code());
        }

        private Derivation own(ZoneFigures zone) {
            List<Figure> own = zone.own(measure);
            return own.isEmpty() && !measure.unit().equals(Measures.CURRENCY)
                    ? none("there is nothing to derive " + code + " of " + subject + " from in " + words())
                    : new Derivation.Derived(own);
        }

        private Derivation placed(Optional<Place> place, String kind) {
            return place.flatMap(each -> each.figures(measure.rankedAs(), subject, period.text()).stream()
                            .filter(figure -> figure.measure().equals(code))
                            .findFirst())
                    .map(Derivation::of)
                    .orElse(none(kind + " " + subject + " has no rank by " + measure.code() + " in " + words()));
        }

        private Optional<ZoneFigures> zoneFigures() {
            return zoneOf("zone")
                    .map(zone -> zones.computeIfAbsent(scope(zone), scope -> new ZoneFigures(database, scope)));
        }

        private Optional<ProjectDurations> durations(FewestDays fewest) {
            return zoneOf("project")
                    .map(zone -> durations.computeIfAbsent(
                            new Asked(fewest, scope(zone)),
                            asked -> ProjectDurations.of(fewest, database, asked.scope())));
        }

        private Optional<String> zoneOf(String kind) {
            return database.sql(ZONE_OF)
                    .param("kind", kind)
                    .param("subject", subject)
                    .param("asOf", asOf)
                    .param("knownAt", knownAt)
                    .query((row, _) -> row.getString("zone"))
                    .optional();
        }

        private boolean isWithin(String zone, String books) {
            return database.sql(IS_WITHIN)
                    .param("zone", zone)
                    .param("ancestor", books)
                    .query(Boolean.class)
                    .single();
        }

        private Scope scope(String zone) {
            return new Scope(zone, period, asOf, knownAt);
        }

        private String words() {
            return period.text().length() == 4 ? period.text() : "the period " + period.text();
        }

        private Derivation unknown(String kind) {
            return none("there is no " + kind + " " + subject);
        }

        private Derivation none(String reason) {
            return new NotDerivable(reason);
        }
    }
}
