package org.nestledger.query.report.explain;

import java.util.List;
import org.nestledger.core.log.EventLog;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the entries that make a figure another one than it was known to be at an earlier position. */
public final class Changes {

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
     * contributed then, and whatever might be why other entries contribute than did.
     */
    public List<Long> causes(Figure figure) {
        Asked asked = Asked.of(figure, scope.stated(), scope.asOf(), scope.knownAt());
        Meant meant = Meant.by(figure.measure()).orElseThrow();
        return Causes.of(List.of(new Causes(asked, new Candidates(database, log, asked, meant).records(), from)));
    }
}
