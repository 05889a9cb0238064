package org.nestledger.query.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.journal.Flow;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.IntervalOf;
import org.nestledger.query.report.Measure.NeedMet;
import org.nestledger.query.report.Measure.Query;
import org.nestledger.query.report.Measure.ShareOf;
import org.nestledger.query.report.Measure.SumOf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values of all measures for some zones, each rolled up over its descendants. */
final class Values {

    private static final String FLOW_OF_ONE = SqlFile.beside(Values.class, "flow-of-one.sql");
    private static final String FLOW_OF_MANY = SqlFile.beside(Values.class, "flow-of-many.sql");

    private final JdbcClient database;
    private final Scope scope;
    private final String[] subjects;
    private final List<Flow> together;
    private final Map<String, Map<String, List<Value>>> computed = new HashMap<>();
    private final Map<Flow, Map<String, List<Value>>> sums = new EnumMap<>(Flow.class);

    /**
     * @param subjects the scope's own zone alone, or many
     * @param together measures that are mostly wanted of the same subjects: the flows among them are summed at once
     */
    Values(JdbcClient database, Scope scope, List<String> subjects, List<Measure> together) {
        this.database = database;
        this.scope = scope;
        this.subjects = subjects.toArray(String[]::new);
        this.together = together.stream()
                .flatMap(each -> each.computation() instanceof SumOf(Flow flow) ? Stream.of(flow) : Stream.of())
                .toList();
    }

    /** The values of a measure by zone, one for each unit; zones without data are missing. */
    Map<String, List<Value>> of(Measure measure) {
        Map<String, List<Value>> known = computed.get(measure.code());
        if (known == null) {
            known = compute(measure);
            computed.put(measure.code(), known);
        }
        return known;
    }

    /** Computes what will be asked for. @return how many measures these are */
    int keep(List<Measure> measures) {
        measures.forEach(this::of);
        return measures.size();
    }

    private Map<String, List<Value>> compute(Measure measure) {
        return switch (measure.computation()) {
            case SumOf(Flow flow) -> sums(flow);
            case Query query -> query(query);
            case IntervalOf interval -> quotients(measure, interval);
            case ShareOf share -> quotients(measure, share);
            case NeedMet query -> quotients(measure, query);
            case FewestDays _ -> throw new IllegalArgumentException(measure.code() + " is no measure of zones");
        };
    }

    private Map<String, List<Value>> sums(Flow flow) {
        if (!sums.containsKey(flow)) {
            sum(together.contains(flow) ? together : List.of(flow));
        }
        return sums.getOrDefault(flow, Map.of());
    }

    /** The flows are in the text, so that the database knows before it plans which of its indexes have them all. */
    private void sum(List<Flow> flows) {
        flows.forEach(flow -> sums.put(flow, new HashMap<>()));
        String names = flows.stream().map(flow -> "'" + flow + "'").collect(Collectors.joining(", "));
        database.sql((subjects.length == 1 ? FLOW_OF_ONE : FLOW_OF_MANY).replace("{flows}", names))
                .params(scope.parameters())
                .param("subjects", subjects)
                .query(row -> {
                    add(row, sums.getOrDefault(Flow.valueOf(row.getString("flow")), Map.of()));
                });
    }

    private Map<String, List<Value>> query(Query query) {
        Map<String, List<Value>> values = new HashMap<>();
        database.sql(SqlFile.beside(Values.class, query.file()))
                .params(scope.parameters())
                .params(query.parameters())
                .param("subjects", subjects)
                .query(row -> {
                    add(row, values);
                });
        return values;
    }

    private static void add(ResultSet row, Map<String, List<Value>> values) throws SQLException {
        Value value = Value.amount(row.getBigDecimal("amount"), row.getString("unit"));
        if (!value.isZero()) {
            values.computeIfAbsent(row.getString("subject"), _ -> new ArrayList<>())
                    .add(value);
        }
    }

    private Map<String, List<Value>> quotients(Measure measure, IntervalOf interval) {
        Map<String, List<Value>> values = new HashMap<>();
        BigDecimal days = BigDecimal.valueOf(scope.days());
        single(interval.measure()).forEach((zone, count) -> {
            if (count.signum() > 0) {
                values.put(zone, List.of(Value.quotient(days, count, 1, measure.unit())));
            }
        });
        return values;
    }

    private Map<String, List<Value>> quotients(Measure measure, ShareOf share) {
        Map<String, List<Value>> values = new HashMap<>();
        Map<String, BigDecimal> parts = single(share.part());
        single(share.whole()).forEach((zone, whole) -> {
            if (whole.signum() > 0) {
                BigDecimal part = parts.getOrDefault(zone, BigDecimal.ZERO);
                values.put(zone, List.of(Value.quotient(part, whole, 100, measure.unit())));
            }
        });
        return values;
    }

    private Map<String, List<Value>> quotients(Measure measure, NeedMet query) {
        Map<String, List<Value>> values = new HashMap<>();
        database.sql(SqlFile.beside(Values.class, query.file()))
                .params(scope.parameters())
                .param("subjects", subjects)
                .query(row -> {
                    BigDecimal part = row.getBigDecimal("part");
                    BigDecimal whole = row.getBigDecimal("whole");
                    values.put(row.getString("subject"), List.of(Value.quotient(part, whole, 100, measure.unit())));
                });
        return values;
    }

    private Map<String, BigDecimal> single(String code) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        of(Measures.named(code))
                .forEach((zone, values) -> amounts.put(zone, values.getFirst().numerator()));
        return amounts;
    }
}
