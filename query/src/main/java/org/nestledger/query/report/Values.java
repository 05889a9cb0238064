package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.IntervalOf;
import org.nestledger.query.report.Measure.NeedMet;
import org.nestledger.query.report.Measure.Query;
import org.nestledger.query.report.Measure.ShareOf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values of all measures for some zones, each rolled up over its descendants. */
final class Values {

    private final JdbcClient database;
    private final Scope scope;
    private final String[] subjects;
    private final Map<String, Map<String, List<Value>>> computed = new HashMap<>();

    Values(JdbcClient database, Scope scope, List<String> subjects) {
        this.database = database;
        this.scope = scope;
        this.subjects = subjects.toArray(String[]::new);
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

    private Map<String, List<Value>> compute(Measure measure) {
        return switch (measure.computation()) {
            case Query query -> query(query);
            case IntervalOf interval -> quotients(measure, interval);
            case ShareOf share -> quotients(measure, share);
            case NeedMet query -> quotients(measure, query);
            case FewestDays _ -> throw new IllegalArgumentException(measure.code() + " is no measure of zones");
        };
    }

    private Map<String, List<Value>> query(Query query) {
        Map<String, List<Value>> values = new HashMap<>();
        database.sql(SqlFile.beside(Values.class, query.file()))
                .params(scope.parameters())
                .params(query.parameters())
                .param("subjects", subjects)
                .query(row -> {
                    Value value = Value.amount(row.getBigDecimal("amount"), row.getString("unit"));
                    if (!value.isZero()) {
                        values.computeIfAbsent(row.getString("subject"), _ -> new ArrayList<>())
                                .add(value);
                    }
                });
        return values;
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
