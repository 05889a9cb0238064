package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Measure.AmongZones;
import org.nestledger.query.report.Measure.ShareOf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of one zone and period, and its place among the zones of its province. */
public final class ZoneFigures {

    private static final String PEERS = SqlFile.beside(ZoneFigures.class, "peers.sql");

    private final Scope scope;
    private final Values alone;
    private final Values amongPeers;
    private final Rankings rankings;

    public ZoneFigures(JdbcClient database, Scope scope) {
        this.scope = scope;
        List<String> peers = peers(database, scope);
        Set<String> subjects = new LinkedHashSet<>(peers);
        subjects.add(scope.zone());
        this.alone = new Values(database, scope, List.of(scope.zone()));
        this.amongPeers = new Values(database, scope, List.copyOf(subjects));
        this.rankings = new Rankings(amongPeers, peers);
    }

    /** Amounts and counts are zero without data; quotients and amounts of no known currency have no value then. */
    List<Figure> own(Measure measure) {
        List<Value> own = (isOfPeers(measure) ? amongPeers : alone).of(measure).get(scope.zone());
        if (own != null) {
            return own.stream().map(value -> figure(measure, value)).toList();
        }
        boolean hasZero = measure.computation() instanceof Measure.Query
                && !measure.unit().equals(Measures.CURRENCY);
        return hasZero ? List.of(figure(measure, Value.amount(BigDecimal.ZERO, measure.unit()))) : List.of();
    }

    /** Whether the others' values are there already, or soon wanted: by what they are ranked in this period, or shares of it. */
    private static boolean isOfPeers(Measure measure) {
        return measure.computation() instanceof ShareOf share
                ? isOfPeers(Measures.named(share.part()))
                : measure.ranking() instanceof AmongZones;
    }

    Optional<Place> place(Measure measure) {
        return rankings.place(measure, scope.zone());
    }

    /** All zones of the province that have data, the best first; equal ones by their id. */
    public List<Standing> standings(Measure measure) {
        return rankings.all(measure, scope.stated().text());
    }

    private Figure figure(Measure measure, Value value) {
        return value.figure(measure.code(), scope.zone(), scope.stated().text());
    }

    private static List<String> peers(JdbcClient database, Scope scope) {
        return database.sql(PEERS)
                .param("zone", scope.zone())
                .query((row, _) -> row.getString("zone"))
                .list();
    }
}
