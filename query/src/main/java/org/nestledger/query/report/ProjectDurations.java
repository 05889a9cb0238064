package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Measure.FewestDays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The days that projects took, those of a zone and those that they are ranked among. */
public final class ProjectDurations {

    private static final String[] KINDS =
            PermitKind.FOUR_CERTIFICATES.stream().map(Enum::name).toArray(String[]::new);

    private final List<Duration> all;
    private final Map<String, Duration> byProject = new HashMap<>();
    private final Map<String, City> byName = new HashMap<>();

    private record Duration(String project, @Nullable String city, boolean within, long days) {}

    /**
     * The projects of a city.
     *
     * @param faster how many took fewer, by days
     */
    private record City(Map<Long, Long> faster, long ranked) {

        static City of(List<Duration> projects) {
            Map<Long, Long> faster = new HashMap<>();
            long before = 0;
            for (Map.Entry<Long, Long> days : projects.stream()
                    .collect(Collectors.groupingBy(Duration::days, TreeMap::new, Collectors.counting()))
                    .entrySet()) {
                faster.put(days.getKey(), before);
                before += days.getValue();
            }
            return new City(faster, before);
        }

        Place place(long days) {
            return new Place(faster.getOrDefault(days, 0L) + 1, ranked);
        }
    }

    private ProjectDurations(List<Duration> all) {
        this.all = all;
        all.forEach(each -> byProject.putIfAbsent(each.project(), each));
        Map<String, List<Duration>> ofCities = new HashMap<>();
        for (Duration each : all) {
            if (each.city() != null) {
                ofCities.computeIfAbsent(each.city(), _ -> new ArrayList<>()).add(each);
            }
        }
        ofCities.forEach((city, projects) -> byName.put(city, City.of(projects)));
    }

    public static ProjectDurations of(FewestDays computation, JdbcClient database, Scope scope) {
        return new ProjectDurations(database.sql(SqlFile.beside(ProjectDurations.class, computation.file()))
                .params(scope.parameters())
                .param("kinds", KINDS)
                .query((row, _) -> new Duration(
                        row.getString("project"), row.getString("city"), row.getBoolean("within"), row.getLong("days")))
                .list());
    }

    /** The days that each project of a zone took to get the four certificates, the last of which was granted in the period. */
    public static Map<String, Long> ofFourCertificates(JdbcClient database, Scope scope) {
        return of(new FewestDays("four-certificates.sql"), database, scope).all.stream()
                .filter(Duration::within)
                .collect(Collectors.toMap(Duration::project, Duration::days));
    }

    /** The projects of the zone that took the fewest days; none when no project has all that is counted. */
    List<String> fastest() {
        OptionalLong fewest =
                all.stream().filter(Duration::within).mapToLong(Duration::days).min();
        return all.stream()
                .filter(each -> each.within() && fewest.equals(OptionalLong.of(each.days())))
                .map(Duration::project)
                .toList();
    }

    /** The project itself when it is one of the zone that has all that is counted; none otherwise. */
    List<String> within(String project) {
        return find(project).filter(Duration::within).map(Duration::project).stream()
                .toList();
    }

    /** The days of one project; none when it has not all that is counted. */
    Optional<Value> days(String project) {
        return find(project).map(own -> Value.amount(BigDecimal.valueOf(own.days()), Amounts.DAYS));
    }

    /** The place of a project among those of its city; none when it has no city or no days. */
    Optional<Place> place(String project) {
        return find(project)
                .flatMap(own -> Optional.ofNullable(byName.get(own.city())).map(city -> city.place(own.days())));
    }

    /** The cities whose projects are ranked, each once. */
    public List<String> cities() {
        return byName.keySet().stream().sorted().toList();
    }

    /** The projects of a city, the fastest first; equal ones by their id. */
    public List<Standing> standings(String city, String measure, String period) {
        return all.stream()
                .filter(each -> city.equals(each.city()))
                .flatMap(each -> place(each.project()).stream()
                        .map(place -> new Standing(
                                Value.amount(BigDecimal.valueOf(each.days()), Amounts.DAYS)
                                        .figure(measure, each.project(), period),
                                place.rank())))
                .sorted(Comparator.comparingLong(Standing::rank)
                        .thenComparing(each -> each.figure().subject()))
                .toList();
    }

    private Optional<Duration> find(String project) {
        return Optional.ofNullable(byProject.get(project));
    }
}
