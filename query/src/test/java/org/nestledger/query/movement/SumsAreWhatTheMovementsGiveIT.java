package org.nestledger.query.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.measure.Period;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.report.AnnualReport;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.Derivation;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Measure.AmongZones;
import org.nestledger.query.report.Measure.AmongZonesByLast;
import org.nestledger.query.report.Measure.SumOf;
import org.nestledger.query.report.Measures;
import org.nestledger.query.report.StageCount;
import org.nestledger.query.report.Standing;
import org.nestledger.query.report.ranks.Ranks;
import org.nestledger.query.report.ranks.RanksReport;
import org.nestledger.query.testing.Books;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read from sums, as of any day and as known at any position, is what single movements add up to. */
class SumsAreWhatTheMovementsGiveIT {

    /** Without the zone that follows from the others. */
    private static final String SUPPLIED = """
            (select project, amount, first_zone, last_zone, first_day, last_day, first_position, last_position from read.%s) t""";

    private static final List<String> PEERS = List.of("z", "y", "s");
    private static final List<String> MEASURES = List.of(
            "projects.introduced",
            "land.acquired",
            "quota.granted",
            "land.supplied",
            "projects.supplied",
            "portal.visits");

    private final Books books = new Books();
    private final JdbcClient database = JdbcClient.create(books.dataSource());
    private final SingleMovements movements = new SingleMovements(database);
    private final Random random = new Random(11);

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void whateverIsAskedOfWhateverHappened() {
        long last = RandomEvents.record(books, random);
        sumsAreThoseOfAllThatIsKnown();

        LedgerQueries queries = books.queries();
        long months = 0;
        long quarters = 0;
        long partly = 0;
        for (int i = 0; i < 30; i++) {
            String zone = RandomEvents.ZONES.get(random.nextInt(RandomEvents.ZONES.size()));
            LocalDate asOf = RandomEvents.FIRST.plusDays(random.nextInt(RandomEvents.DAYS + 60));
            if (random.nextBoolean()) {
                asOf = YearMonth.from(asOf).atEndOfMonth();
            }
            long knownAt = RandomEvents.ZONES.size() + random.nextLong(last - RandomEvents.ZONES.size()) + 1;
            same(queries, zone, asOf, knownAt);
            months += known(1, asOf, knownAt);
            quarters += known(3, asOf, knownAt);
            partly += partlyKnown(asOf, knownAt);
        }
        assertThat(months).as("sums of months that were used").isPositive();
        assertThat(quarters).as("sums of quarters that were used").isPositive();
        assertThat(partly).as("sums that were not wholly known").isPositive();
    }

    @Test
    void aReversalInAnotherMonthChangesThatMonthAndItsQuarterFromItsPositionOn() {
        RandomEvents.zones(books);
        long acquired = RandomEvents.acquire(books, "z", "2023-01-10", 7);
        books.queries();
        long restated = books.restate(acquired, "2023-04-05");
        LedgerQueries queries = books.queries();

        sumsAreThoseOfAllThatIsKnown();
        assertThat(known(1, LocalDate.of(2023, 12, 31), restated)).isEqualTo(4);
        assertThat(known(3, LocalDate.of(2023, 12, 31), restated)).isEqualTo(4);
        same(queries, "z", LocalDate.of(2023, 3, 31), restated);
        same(queries, "z", LocalDate.of(2023, 6, 30), acquired);
        same(queries, "z", LocalDate.of(2023, 6, 30), restated);
    }

    @Test
    void aProjectIsSuppliedFromWhateverZonesAndWhenever() {
        RandomEvents.zones(books);
        long first = RandomEvents.supply(books, "z", "2023-01-10", "a", 2);
        books.queries();
        long second = RandomEvents.supply(books, "y", "2023-05-10", "a", 3);
        long third = RandomEvents.supply(books, "z", "2023-01-10", "b", 2);
        long back = RandomEvents.rescind(books, "z", "2023-07-01", "b", 2);
        LedgerQueries queries = books.queries();

        sumsAreThoseOfAllThatIsKnown();
        for (long knownAt : List.of(first, second, third, back)) {
            for (String asOf : List.of("2023-01-31", "2023-06-30", "2023-12-31")) {
                same(queries, "p", LocalDate.parse(asOf), knownAt);
                same(queries, "z", LocalDate.parse(asOf), knownAt);
            }
        }
    }

    @Test
    void whatZonesAreRankedByIsIndexedByDay() {
        String indexed = database.sql("""
                        select pg_get_expr(indpred, indrelid) from pg_index
                        where indexrelid = 'read.movement_ranked'::regclass""").query(String.class).single();
        assertThat(Measures.all())
                .filteredOn(each -> each.ranking() instanceof AmongZones || each.ranking() instanceof AmongZonesByLast)
                .filteredOn(each -> each.computation() instanceof SumOf)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(indexed).contains("'" + ((SumOf) each.computation()).flow() + "'"));
    }

    private void sumsAreThoseOfAllThatIsKnown() {
        assertThat(rows("select t::text from read.movement_sum t"))
                .isEqualTo(rows("select t::text from read.movement_sum_of(0, 9999) t"))
                .isNotEmpty();
        assertThat(rows("select t::text from " + SUPPLIED.formatted("supplied_sum")))
                .isEqualTo(rows("select t::text from " + SUPPLIED.formatted("supplied_sum_of(0, 9999)")));
    }

    private void same(LedgerQueries queries, String zone, LocalDate asOf, long knownAt) {
        String what = zone + " as of " + asOf + ", known at " + knownAt;
        LedgerQueries then = ((Answer.Found<LedgerQueries>) queries.at(asOf, KnownAt.position(knownAt))).report();
        List<Balance> balances = movements.balances(zone, asOf, knownAt);
        assertThat(then.journal().ofZone(zone)).as(what).isEqualTo(balances);

        AnnualReport report = annual(queries, zone, asOf, knownAt);
        assertThat(report.balances()).as(what).isEqualTo(balances);
        assertThat(report.flows()).as(what).isEqualTo(movements.flows(zone, Period.year(2023), asOf, knownAt));
        for (StageCount stage : report.pipeline()) {
            assertThat(stage.projects()).as(what).isEqualTo(projects(stage, balances));
        }
        ranks(queries, zone, asOf, knownAt)
                .forEach((measure, values) ->
                        assertThat(values).as(measure + " beside " + what).isEqualTo(ranked(measure, asOf, knownAt)));
        LocalDate end = RandomEvents.FIRST.plusDays(random.nextInt(RandomEvents.DAYS));
        for (String period : List.of("2023-02", 1 + random.nextInt(100) + " days to " + end)) {
            MEASURES.forEach(measure -> assertThat(figure(queries, measure, zone, period, asOf, knownAt))
                    .as(measure + " of " + what + " in " + period)
                    .isEqualTo(movements.value(
                            measure, zone, StatedPeriod.of(period).period(), asOf, knownAt)));
        }
    }

    private static AnnualReport annual(LedgerQueries queries, String zone, LocalDate asOf, long knownAt) {
        return ((Answer.Found<AnnualReport>) queries.reports().annual(zone, 2023, asOf, KnownAt.position(knownAt)))
                .report();
    }

    /** What zones are ranked by, by measure and zone. */
    private static Map<String, Map<String, String>> ranks(
            LedgerQueries queries, String zone, LocalDate asOf, long knownAt) {
        Map<String, Map<String, String>> values = new HashMap<>();
        MEASURES.forEach(measure -> values.put(measure, new HashMap<>()));
        ((Answer.Found<RanksReport>)
                        queries.reports().ofYear(zone, 2023, asOf, KnownAt.position(knownAt), Ranks::report))
                .report().measures().stream()
                        .flatMap(measure -> measure.places().stream())
                        .map(Standing::figure)
                        .filter(figure -> values.containsKey(figure.measure()))
                        .forEach(figure -> values.get(figure.measure()).put(figure.subject(), figure.value()));
        return values;
    }

    private Map<String, String> ranked(String measure, LocalDate asOf, long knownAt) {
        Period period = measure.equals("portal.visits") ? new Period(asOf.minusDays(29), asOf) : Period.year(2023);
        Map<String, String> values = new HashMap<>();
        for (String peer : PEERS) {
            String value = movements.value(measure, peer, period, asOf, knownAt);
            if (!value.equals("0")) {
                values.put(peer, value);
            }
        }
        return values;
    }

    private static String figure(
            LedgerQueries queries, String measure, String zone, String period, LocalDate asOf, long knownAt) {
        Derivation derived =
                queries.reports().figure(measure, zone, StatedPeriod.of(period), asOf, KnownAt.position(knownAt));
        return ((Derivation.Derived) derived).figures().getFirst().value();
    }

    private static long projects(StageCount stage, List<Balance> balances) {
        return balances.stream()
                .filter(balance ->
                        balance.account().equals(stage.stage().account().code()))
                .mapToLong(balance -> Long.parseLong(balance.balance().value()))
                .sum();
    }

    private List<String> rows(String sql) {
        return database.sql(sql + " order by 1").query(String.class).list();
    }

    private long known(int months, LocalDate asOf, long knownAt) {
        return count("months = ? and since + months * 30 < ?::date and last_position <= ?", months, asOf, knownAt);
    }

    private long partlyKnown(LocalDate asOf, long knownAt) {
        return count("since < ?::date and ? between first_position and last_position - 1", asOf, knownAt);
    }

    private long count(String where, Object... params) {
        return database.sql("select count(*) from read.movement_sum where " + where)
                .params(params)
                .query(Long.class)
                .single();
    }
}
