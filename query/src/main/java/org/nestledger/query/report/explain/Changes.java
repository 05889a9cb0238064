package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the entries that make a figure another one than it was known to be at an earlier position. */
public final class Changes {

    private static final String REVERSALS = SqlFile.beside(Changes.class, "reversals-between.sql");

    private final JdbcClient database;
    private final EventLog log;
    private final Scope scope;
    private final long from;

    /**
     * @param scope of the later moment
     * @param from the last position that was known at the earlier one
     */
    public Changes(JdbcClient database, EventLog log, Scope scope, long from) {
        this.database = database;
        this.log = log;
        this.scope = scope;
        this.from = from;
    }

    /**
     * The positions after the earlier one of what makes the difference: what contributes now, the reversals of what
     * contributed then, and where that is nothing whatever might have contributed.
     */
    public List<Long> causes(Figure figure) {
        Asked asked = Asked.of(figure, scope.stated(), scope.asOf(), scope.knownAt());
        Meant meant = Meant.by(figure.measure()).orElseThrow();
        List<RecordedEvent> records = new Candidates(database, log, asked, meant).records();
        Set<Long> then = positions(Explainer.explain(asked, Evidence.of(records, asked.asOf(), from)));
        Set<Long> causes = positions(Explainer.explain(asked, Evidence.of(records, asked.asOf(), scope.knownAt())));
        causes.removeIf(position -> position <= from);
        causes.addAll(reversals(then));
        return causes.isEmpty() ? possible(figure, records) : List.copyOf(causes);
    }

    private static Set<Long> positions(Optional<Explanation> explained) {
        Set<Long> positions = new TreeSet<>();
        explained.ifPresent(each -> each.entries().forEach(entry -> positions.add(entry.position())));
        return positions;
    }

    private List<Long> reversals(Set<Long> reversed) {
        return database.sql(REVERSALS)
                .params(scope.parameters())
                .param("from", from)
                .param("reversed", reversed.toArray(Long[]::new))
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    private List<Long> possible(Figure figure, List<RecordedEvent> records) {
        Predicate<LedgerEvent> interest = Interest.in(figure.measure());
        List<Long> positions = new ArrayList<>();
        for (RecordedEvent recorded : records) {
            if (recorded.position() > from && recorded.payload() instanceof LedgerEvent event && interest.test(event)) {
                positions.add(recorded.position());
            }
        }
        return positions.stream().sorted().toList();
    }
}
