package org.nestledger.query.report.diff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.Columns;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.AnnualFigures;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.nestledger.query.report.TooManyEventsException;
import org.nestledger.query.report.explain.Changes;

/** Compares the annual report at two moments. */
public final class Diff {

    private static final String RECORDED = SqlFile.beside(Diff.class, "recorded.sql");

    private final ReportSources sources;
    private final long from;

    private Diff(ReportSources sources, long from) {
        this.sources = sources;
        this.from = from;
    }

    /** @param sources of the later moment */
    public static Compared since(KnownAt fromKnown, ReportSources sources) {
        long from = sources.positions().of(fromKnown);
        long to = sources.scope().knownAt();
        return from > to ? new Compared.NotBefore(from, to) : new Compared.Found(new Diff(sources, from).report());
    }

    private DiffReport report() {
        Scope scope = sources.scope();
        List<FigureChange> figures = changes();
        return new DiffReport(
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

    private List<FigureChange> changes() {
        Scope scope = sources.scope();
        Map<Name, Figure> before = figures(new Scope(scope.zone(), scope.stated(), scope.asOf(), from));
        Map<Name, Figure> after = figures(scope);
        Set<Name> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
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

    private Map<Name, Figure> figures(Scope scope) {
        return new AnnualFigures(sources.database(), scope)
                .all().stream()
                        .collect(Collectors.toMap(Name::of, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private List<RecordedMovement> recorded(Long[] causes) {
        List<RecordedMovement> movements = sources.database()
                .sql(RECORDED)
                .params(sources.scope().parameters())
                .param("from", from)
                .param("causes", causes)
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
