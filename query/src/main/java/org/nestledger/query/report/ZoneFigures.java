package org.nestledger.query.report;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nestledger.query.page.SqlFile;
import org.nestledger.query.report.Measure.AmongZones;
import org.nestledger.query.report.Measure.OfZones;
import org.nestledger.query.report.Measure.ShareOf;
import org.nestledger.query.report.Measure.Total;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of one zone and period, and its place among the zones of its province. */
public final class ZoneFigures {

    private static final String PEERS = SqlFile.beside(ZoneFigures.class, "peers.sql");

    private final JdbcClient database;
    private final Scope scope;
    private final List<String> peers;
    private final Values alone;
    private final Values amongPeers;
    private final Rankings rankings;

    public ZoneFigures(JdbcClient database, Scope scope) {
        this(database, scope, peers(database, scope));
    }

    private ZoneFigures(JdbcClient database, Scope scope, List<String> peers) {
        this.database = database;
        this.scope = scope;
        this.peers = peers;
        Set<String> subjects = new LinkedHashSet<>(peers);
        subjects.add(scope.zone());
        this.alone = new Values(database, scope, List.of(scope.zone()), measures(false));
        this.amongPeers = new Values(database, scope, List.copyOf(subjects), measures(true));
        this.rankings = new Rankings(amongPeers, peers);
    }

    /** The figures of the same zone in another period. */
    public ZoneFigures during(Scope other) {
        return new ZoneFigures(database, other, peers);
    }

    /** Keeps the values of the measures that the peers are asked for too. @return how many measures these are */
    public int askOfPeers() {
        return amongPeers.keep(measures(true));
    }

    /** Keeps the values of all other measures of zones. @return how many measures these are */
    int askOfZone() {
        return alone.keep(measures(false));
    }

    private static List<Measure> measures(boolean ofPeers) {
        return Measures.all().stream()
                .filter(measure -> measure.computation() instanceof OfZones && isOfPeers(measure) == ofPeers)
                .toList();
    }

    /** Amounts and counts are zero without data; quotients and amounts of no known currency have no value then. */
    List<Figure> own(Measure measure) {
        List<Value> own = (isOfPeers(measure) ? amongPeers : alone).of(measure).get(scope.zone());
        if (own != null) {
            return own.stream().map(value -> figure(measure, value)).toList();
        }
        boolean hasZero =
                measure.computation() instanceof Total && !measure.unit().equals(Measures.CURRENCY);
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
