package org.nestledger.query.report.explain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.ReportSources;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the entries that make a figure another one than it was known to be at an earlier position. */
public final class Changes {

    private final JdbcClient database;
    private final EventLog log;
    private final Scope scope;
    private final int mostEvents;
    private final long from;
    private final Map<List<Lookup>, List<RecordedEvent>> records = new HashMap<>();

    /**
     * @param sources of the later moment
     * @param from the last position that was known at the earlier one
     */
    public Changes(ReportSources sources, long from) {
        this.database = sources.database();
        this.log = sources.log();
        this.scope = sources.scope();
        this.mostEvents = sources.mostEvents();
        this.from = from;
    }

    /**
     * The positions after the earlier one of what makes the difference: what contributes now, the reversals of what
     * contributed then, and whatever might be why other entries contribute than did. Of the fastest project also what makes
     * that of the others which it takes the place of, or makes way for.
     *
     * @param changed all that differ, the figure among them
     */
    public List<Long> causes(Figure figure, Collection<Figure> changed) {
        boolean ofProjects = Meant.by(figure.measure()).map(Meant::ofProjects).orElse(false);
        return Causes.of(changed.stream()
                .filter(other -> ofProjects ? other.measure().equals(figure.measure()) : other.equals(figure))
                .map(this::causes)
                .toList());
    }

    private Causes causes(Figure figure) {
        Asked asked = Asked.of(figure, scope.stated(), scope.asOf(), scope.knownAt());
        return new Causes(asked, records(asked), from);
    }

    /** Many figures of a table are made of the same entries. */
    private List<RecordedEvent> records(Asked asked) {
        Optional<List<Lookup>> lookups = Definitions.of(asked.measure()).map(definition -> definition.lookups(asked));
        return lookups.isEmpty()
                ? Candidates.records(database, log, asked, mostEvents)
                : records.computeIfAbsent(lookups.get(), _ -> Candidates.records(database, log, asked, mostEvents));
    }
}
