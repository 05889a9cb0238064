package org.nestledger.query.report.diff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Annual;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.nestledger.query.report.TooManyEventsException;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.explain.Changes;
import org.nestledger.query.report.explain.TableExplanations;
import org.nestledger.query.report.explain.TableFigures;
import org.nestledger.query.report.explain.TableFigures.Shown;

/** Compares a report at two moments. */
public final class Diff {

    private static final String RECORDED = SqlFile.beside(Diff.class, "recorded.sql");

    /** The entries of so many figures are looked for: a report of a large zone has tens of thousands. */
    private static final int MOST_CHANGES = 500;

    private final ReportType<?> type;
    private final ReportSources sources;
    private final long from;

    private Diff(ReportType<?> type, ReportSources sources, long from) {
        this.type = type;
        this.sources = sources;
        this.from = from;
    }

    /** The names of the reports that can be compared: those whose figures explain themselves. */
    public static Set<String> reports() {
        return TableExplanations.ofReports();
    }

    /** The report of a name, if it can be compared. */
    public static Optional<ReportType<?>> report(String name) {
        return ReportTypes.find(name).filter(type -> reports().contains(type.name()));
    }

    /**
     * What differs in a report.
     *
     * @param type one that can be compared
     * @param sources of the later moment
     */
    public static Compared since(KnownAt fromKnown, ReportType<?> type, ReportSources sources) {
        long from = sources.positions().of(fromKnown);
        long to = sources.scope().knownAt();
        if (from > to) {
            long head = sources.log().head();
            return from > head ? new Compared.NotRecorded(from, head) : new Compared.NotBefore(from, to);
        }
        return new Diff(type, sources, from).compared();
    }

    private Compared compared() {
        Map<Name, Shown> before = figures(sources.asKnownAt(from));
        Map<Name, Shown> after = figures(sources);
        Map<Name, Figure> was = withZeros(before, after);
        Map<Name, Figure> is = withZeros(after, before);
        Set<Name> names = new LinkedHashSet<>(is.keySet());
        names.addAll(was.keySet());
        names.removeIf(name -> Objects.equals(was.get(name), is.get(name)));
        return names.size() > MOST_CHANGES
                ? new Compared.TooMany(names.size(), MOST_CHANGES)
                : new Compared.Found(report(changes(names, was, is)));
    }

    /** The figures of one moment, and zero for each sum that there is at the other moment only. */
    private static Map<Name, Figure> withZeros(Map<Name, Shown> figures, Map<Name, Shown> others) {
        Map<Name, Figure> all = new LinkedHashMap<>();
        figures.forEach((name, shown) -> all.put(name, shown.figure()));
        others.forEach((name, other) -> {
            if (other.sum()) {
                all.putIfAbsent(
                        name, new Figure(name.measure(), name.subject(), name.period(), "0", name.unit(), null));
            }
        });
        return all;
    }

    private DiffReport report(List<FigureChange> figures) {
        Scope scope = sources.scope();
        return new DiffReport(
                type.name(),
                scope.zone(),
                scope.stated().text(),
                scope.asOf(),
                sources.positions().at(from),
                sources.knownAt(),
                figures,
                recorded(figures.stream()
                        .flatMap(each -> each.changedBy().stream())
                        .distinct()
                        .toArray(Long[]::new)));
    }

    /** What tells a figure from all others of one report. */
    private record Name(
            String measure, String subject, @Nullable String period, String unit) {

        static Name of(Figure figure) {
            return new Name(figure.measure(), figure.subject(), figure.period(), figure.unit());
        }
    }

    private List<FigureChange> changes(Set<Name> names, Map<Name, Figure> before, Map<Name, Figure> after) {
        Map<Name, Figure> changed = new LinkedHashMap<>();
        names.forEach(name -> changed.put(name, Objects.requireNonNull(after.getOrDefault(name, before.get(name)))));
        Changes changes = new Changes(sources, from);
        return changed.entrySet().stream()
                .map(each -> FigureChange.of(
                        before.get(each.getKey()),
                        after.get(each.getKey()),
                        changes.causes(each.getValue(), changed.values())))
                .toList();
    }

    private Map<Name, Shown> figures(ReportSources known) {
        return all(known)
                .collect(Collectors.toMap(
                        shown -> Name.of(shown.figure()), Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    /** What was frozen when books were closed is no figure of its own, and is left out. */
    private Stream<Shown> all(ReportSources known) {
        if (type.equals(ReportTypes.ANNUAL)) {
            AnnualReport annual = Annual.report(known);
            return Stream.concat(
                    annual.figures().stream().map(figure -> new Shown(figure, false)),
                    TableFigures.of(type.name(), annual, known.scope()).stream());
        }
        return TableFigures.of(type.name(), type.maker().make(known), known.scope()).stream();
    }

    private List<RecordedMovement> recorded(Long[] causes) {
        List<RecordedMovement> movements = sources.database()
                .sql(RECORDED)
                .params(sources.scope().parameters())
                .param("from", from)
                .param("causes", causes)
                .param("all", type.equals(ReportTypes.ANNUAL))
                .param("limit", sources.mostEvents() + 1L)
                .query(Diff::movement)
                .list();
        if (movements.size() > sources.mostEvents()) {
            throw new TooManyEventsException(sources.mostEvents());
        }
        return movements;
    }

    private static RecordedMovement movement(ResultSet row, int n) throws SQLException {
        String flow = row.getString("flow");
        return new RecordedMovement(
                row.getLong("position"),
                row.getString("type"),
                row.getString("zone"),
                flow,
                row.getString("from_account"),
                row.getString("to_account"),
                flow == null ? null : Amounts.quantity(row.getBigDecimal("amount"), row.getString("unit")),
                Columns.date(row, "occurred_on"),
                Columns.instant(row, "recorded_at"),
                row.getString("actor"),
                Columns.maybeLong(row, "reverses"));
    }
}
