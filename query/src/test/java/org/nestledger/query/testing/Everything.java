package org.nestledger.query.testing;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.catalogue.ReportType;
import org.nestledger.query.report.catalogue.ReportTypes;

/**
 * Whatever can be asked, as JSON by question: each report of the catalogue, and of each {@code …Queries} its list and the
 * entries of that. They are found, not named, so that none can be forgotten.
 */
public final class Everything {

    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    private final LedgerQueries queries;
    private final String zone;
    private final boolean entries;
    private final Map<String, String> answers = new TreeMap<>();

    private Everything(LedgerQueries queries, String zone, boolean entries) {
        this.queries = queries;
        this.zone = zone;
        this.entries = entries;
    }

    /** @param zone of the reports, and of the lists with those within it */
    public static Map<String, String> of(
            LedgerQueries queries, String zone, @Nullable LocalDate asOf, KnownAt knownAt) {
        return new Everything(queries, zone, true).answers(asOf, knownAt);
    }

    /** The same without the entries of the lists, which are many in a large ledger. */
    public static Map<String, String> reportsAndLists(
            LedgerQueries queries, String zone, @Nullable LocalDate asOf, KnownAt knownAt) {
        return new Everything(queries, zone, false).answers(asOf, knownAt);
    }

    private Map<String, String> answers(@Nullable LocalDate asOf, KnownAt knownAt) {
        ReportTypes.all().forEach(type -> report(type, asOf, knownAt));
        LedgerQueries then = found(queries.at(asOf, knownAt));
        Arrays.stream(LedgerQueries.class.getMethods())
                .filter(method ->
                        method.getReturnType().getSimpleName().endsWith("Queries") && method.getParameterCount() == 0)
                .forEach(method -> entities(method.getName(), call(method, then)));
        return answers;
    }

    private void report(ReportType<?> type, @Nullable LocalDate asOf, KnownAt knownAt) {
        if (type.span() == ReportType.Span.DAY) {
            put(type.name(), queries.reports().ofDay(zone, asOf, knownAt, type.maker()));
            return;
        }
        put(type.name(), queries.reports().ofPeriod(zone, ReportPeriod.year(2023), asOf, knownAt, type.maker()));
        if (type.span() == ReportType.Span.PERIOD) {
            put(
                    type.name() + " of a quarter with changes",
                    queries.reports().withChanges(zone, ReportPeriod.quarter(2023, 1), asOf, knownAt, type.maker()));
        }
    }

    private void entities(String kind, Object of) {
        Arrays.stream(of.getClass().getMethods())
                .filter(method -> method.getName().equals("list"))
                .forEach(method -> list(kind, of, method));
    }

    private void list(String kind, Object of, Method method) {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(method.getParameterTypes()[i], i == 0);
        }
        Page<?> page = (Page<?>) call(method, of, arguments);
        put(kind, page);
        for (Method byId : of.getClass().getMethods()) {
            if (entries && byId.getReturnType() == Optional.class) {
                page.items().forEach(item -> put(kind + " " + id(item), byId(of, byId, id(item))));
            }
        }
    }

    private @Nullable Object argument(Class<?> type, boolean first) {
        if (type == PageRequest.class) {
            return ALL;
        } else if (type.isRecord()) {
            Object[] values = new Object[type.getRecordComponents().length];
            RecordComponent zoned = type.getRecordComponents()[0];
            values[0] = zoned.getName().equals("zone") ? zone : null;
            return construct(type, values);
        }
        return first && type == String.class ? zone : null;
    }

    private static @Nullable Object byId(Object of, Method method, String id) {
        String[] parts = method.getParameterCount() == 1 ? new String[] {id} : id.split("/", 2);
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (type == String.class) {
                arguments[i] = parts[i];
            } else if (type == LocalDate.class) {
                arguments[i] = LocalDate.parse(parts[i]);
            } else {
                arguments[i] = Integer.valueOf(parts[i]);
            }
        }
        return ((Optional<?>) call(method, of, arguments)).orElse(null);
    }

    private static String id(Object item) {
        return List.of(item.getClass().getRecordComponents()).stream()
                .filter(component -> component.getName().equals("id"))
                .map(component -> call(component.getAccessor(), item))
                .findFirst()
                .map(Object::toString)
                .orElseThrow();
    }

    private void put(String question, @Nullable Object answer) {
        answers.merge(question, LedgerJson.mapper().writeValueAsString(answer), (a, b) -> a + "\n" + b);
    }

    private static LedgerQueries found(Answer<LedgerQueries> answer) {
        return switch (answer) {
            case Answer.Found<LedgerQueries>(LedgerQueries then) -> then;
            default -> throw new IllegalStateException(answer.toString());
        };
    }

    private static Object construct(Class<?> type, Object[] values) {
        try {
            return type.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Method method, Object of, Object... arguments) {
        try {
            return method.invoke(of, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
