package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Measure.Computation;
import org.nestledger.query.report.Measure.FewestDays;
import org.nestledger.query.report.Measure.IntervalOf;
import org.nestledger.query.report.Measure.NeedMet;
import org.nestledger.query.report.Measure.PlansOfIntroduced;
import org.nestledger.query.report.Measure.ProjectsStarted;
import org.nestledger.query.report.Measure.ProjectsSupplied;
import org.nestledger.query.report.Measure.QualifiedOfIntroduced;
import org.nestledger.query.report.Measure.ShareOf;
import org.nestledger.query.report.Measure.SumOf;
import org.nestledger.query.report.Measures;
import org.nestledger.query.report.TooManyEventsException;
import org.nestledger.query.report.explain.Meant.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds by the read models which events of the log can contribute to a figure: all that do, and not many more. What they
 * mean is not read from the tables but from the log.
 */
final class Candidates {

    private static final int AT_ONCE = 5_000;

    private static final String[] KINDS =
            PermitKind.FOUR_CERTIFICATES.stream().map(Enum::name).toArray(String[]::new);

    private final JdbcClient database;
    private final Asked asked;

    private Candidates(JdbcClient database, Asked asked) {
        this.database = database;
        this.asked = asked;
    }

    /**
     * The events themselves, from the log.
     *
     * @throws TooManyEventsException when they are more than these
     */
    static List<RecordedEvent> records(JdbcClient database, EventLog log, Asked asked, int most) {
        Candidates candidates = new Candidates(database, asked);
        Collection<Long> positions = Definitions.of(asked.measure())
                .map(definition -> candidates.ofTable(definition.lookups(asked)))
                .orElseGet(() -> candidates.ofAnnual(Meant.by(asked.measure())
                        .orElseThrow(() -> new IllegalArgumentException("no figure " + asked.measure()))));
        if (positions.size() > most) {
            throw new TooManyEventsException(most);
        }
        return records(log, positions.stream().sorted().toList());
    }

    private static List<RecordedEvent> records(EventLog log, List<Long> positions) {
        List<RecordedEvent> records = new ArrayList<>(positions.size());
        for (int from = 0; from < positions.size(); from += AT_ONCE) {
            records.addAll(log.at(positions.subList(from, Math.min(from + AT_ONCE, positions.size()))));
        }
        return records;
    }

    private Collection<Long> ofTable(List<Lookup> lookups) {
        Set<Long> positions = new TreeSet<>();
        for (Lookup lookup : lookups) {
            switch (lookup) {
                case Lookup.Rows(String file, List<Account> accounts, List<Flow> flows) -> {
                    String[] zones = zones("zones-of.sql");
                    positions.addAll(positions("designations.sql", zones));
                    positions.addAll(positions(file, zones, accounts, flows));
                }
                case Lookup.Of(String file, String id) -> {
                    positions.addAll(positions("designations.sql", zones("zones-of.sql")));
                    positions.addAll(positions(file, Map.of("id", id)));
                }
                case Lookup.OfFigure(Asked figure, Meant meant) ->
                    positions.addAll(new Candidates(database, figure).ofAnnual(meant));
                case Lookup.OfAnnual(Asked annual, Meant meant) -> {
                    Candidates own = new Candidates(database, annual);
                    boolean alone = meant.kind() == Kind.VALUE;
                    positions.addAll(
                            own.contributing(meant, alone ? own.zones("zones-of.sql") : zones("zones-around.sql")));
                }
            }
        }
        return positions;
    }

    private Collection<Long> ofAnnual(Meant meant) {
        String beside = meant.ofProjects() ? "zones-of-city.sql" : "zones-beside.sql";
        return contributing(meant, zones(meant.kind() == Kind.VALUE ? "zones-of.sql" : beside));
    }

    private Collection<Long> contributing(Meant meant, String[] zones) {
        Set<Long> positions = new TreeSet<>(positions("designations.sql", zones));
        positions.addAll(of(meant.measure().computation(), zones));
        return positions;
    }

    private String[] zones(String file) {
        return database.sql(SqlFile.beside(Candidates.class, file))
                .param("subject", asked.subject())
                .query((row, _) -> row.getString("zone"))
                .list()
                .toArray(String[]::new);
    }

    private Collection<Long> of(Computation computation, String[] zones) {
        return switch (computation) {
            case SumOf(Flow flow) -> positions("moved.sql", zones, flow);
            case PlansOfIntroduced _ -> both("planned.sql", zones, Flow.INTRODUCE);
            case QualifiedOfIntroduced _ -> both("described.sql", zones, Flow.INTRODUCE);
            case ProjectsSupplied _ -> positions("moved.sql", zones, Flow.SUPPLY, Flow.RESCIND);
            case ProjectsStarted _ -> positions("moved.sql", zones, Flow.START);
            case NeedMet _ -> both("described.sql", zones, Flow.SUPPLY, Flow.RESCIND);
            case IntervalOf(String counted) -> of(Measures.named(counted).computation(), zones);
            case ShareOf(String part, String whole) -> {
                Collection<Long> all = new ArrayList<>(of(Measures.named(part).computation(), zones));
                all.addAll(of(Measures.named(whole).computation(), zones));
                yield all;
            }
            case FewestDays _ -> positions("permitted.sql", zones);
        };
    }

    private Collection<Long> both(String file, String[] zones, Flow... flows) {
        Collection<Long> all = new ArrayList<>(positions("moved.sql", zones, flows));
        all.addAll(positions(file, zones, flows));
        return all;
    }

    private List<Long> positions(String file, String[] zones, Flow... flows) {
        return positions(file, zones, List.of(), Arrays.asList(flows));
    }

    private List<Long> positions(String file, String[] zones, List<Account> accounts, List<Flow> flows) {
        return positions(
                file,
                Map.of(
                        "zones",
                        zones,
                        "accounts",
                        accounts.stream().map(Account::code).toArray(String[]::new),
                        "flows",
                        flows.stream().map(Enum::name).toArray(String[]::new)));
    }

    private List<Long> positions(String file, Map<String, Object> own) {
        Map<String, Object> parameters = new HashMap<>(own);
        parameters.put("subject", asked.subject());
        parameters.put("start", asked.period().period().start());
        parameters.put("end", asked.period().period().end());
        parameters.put("asOf", asked.asOf());
        parameters.put("knownAt", asked.knownAt());
        parameters.put("kinds", KINDS);
        return database.sql(SqlFile.beside(Candidates.class, file))
                .params(parameters)
                .query((row, _) -> row.getLong("position"))
                .list();
    }
}
