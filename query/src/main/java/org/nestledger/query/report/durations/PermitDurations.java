package org.nestledger.query.report.durations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.ProjectDurations;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.nestledger.query.report.durations.PermitSpread.By;
import org.nestledger.query.report.durations.Spread.Took;

/** Makes the report of the permit durations. */
public final class PermitDurations {

    private static final String GRANTED = SqlFile.beside(PermitDurations.class, "granted.sql");

    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::kind).thenComparing(Group::by).thenComparing(Group::name);

    private record Granted(Group group, Took took) {}

    private record Group(PermitKind kind, By by, String name) {

        Group named(String other) {
            return new Group(kind, by, other);
        }

        Group ofAnybody() {
            return new Group(kind, By.ANYBODY, PermitSpread.ALL);
        }
    }

    private PermitDurations() {}

    public static PermitDurationsReport report(ReportSources sources) {
        Scope scope = sources.scope();
        List<Granted> granted = sources.database()
                .sql(GRANTED)
                .params(scope.parameters())
                .query(PermitDurations::granted)
                .list();
        return new PermitDurationsReport(
                scope.zone(),
                sources.year(),
                scope.stated().text(),
                scope.asOf(),
                sources.knownAt(),
                grouped(granted, group -> Stream.of(group.ofAnybody(), group.named(PermitSpread.ALL))),
                grouped(granted, Stream::of),
                fourCertificates(sources));
    }

    /** @param groups those that a permit stands in */
    private static List<PermitSpread> grouped(List<Granted> granted, Function<Group, Stream<Group>> groups) {
        return granted.stream()
                .flatMap(each -> groups.apply(each.group()).map(group -> new Granted(group, each.took())))
                .collect(Collectors.groupingBy(
                        Granted::group, Collectors.mapping(Granted::took, Collectors.toUnmodifiableList())))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey(), ORDER))
                .map(entry -> spread(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static PermitSpread spread(Group group, List<Took> all) {
        return new PermitSpread(group.kind(), group.by(), group.name(), Spread.of(all));
    }

    private static @Nullable Spread fourCertificates(ReportSources sources) {
        List<Took> projects =
                ProjectDurations.ofFourCertificates(sources.database(), sources.scope()).entrySet().stream()
                        .map(project -> new Took(project.getKey(), project.getValue()))
                        .toList();
        return projects.isEmpty() ? null : Spread.of(projects);
    }

    private static Granted granted(ResultSet row, int n) throws SQLException {
        String power = row.getString("power");
        By by = power == null ? By.EXTERNAL_AUTHORITY : By.DELEGATED_POWER;
        String name = power == null ? row.getString("authority") : row.getString("power_zone") + "/" + power;
        return new Granted(
                new Group(PermitKind.valueOf(row.getString("kind")), by, name),
                new Took(row.getString("permit"), row.getLong("days")));
    }
}
