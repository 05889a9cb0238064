package org.nestledger.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.query.projection.UnusableReadModelsException;
import org.nestledger.query.testing.Samples;
import org.nestledger.query.testing.ScenarioEvents;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/** Positions: 1 and 2 zones, 3 and 4 parcels, 5 and 6 land acquired, 7 the reversal of 6. */
class ReportsAreHeldAgainstTheLogIT {

    private final TestLedger ledger = new TestLedger();
    private final JdbcTemplate database = new JdbcTemplate(ledger.dataSource());

    @BeforeEach
    void fill() {
        for (String zone : new String[] {"n", "s"}) {
            append("zone.ZoneDesignated", "{'zone':'%s','kind':'ZONE','name':'Z','timeZone':'Asia/Shanghai'}", zone);
        }
        for (String zone : new String[] {"n", "s"}) {
            append("land.ParcelRegistered", "{'zone':'%1$s','parcel':'p-%1$s','area':'100 mu'}", zone);
        }
        append("land.LandAcquired", "{'zone':'%1$s','parcel':'p-%1$s','area':'30 mu','existing':'0 mu'}", "n");
        long last =
                append("land.LandAcquired", "{'zone':'%1$s','parcel':'p-%1$s','area':'7.5 mu','existing':'0 mu'}", "s");
        ledger.append(Samples.reversal(
                last,
                ScenarioEvents.event(
                        "land.LandAcquired",
                        "2023-01-01",
                        "{\"zone\":\"s\",\"parcel\":\"p-s\",\"area\":\"7.5 mu\",\"existing\":\"0 mu\"}")));
        ledger.caughtUp();
    }

    private long append(String type, String json, String zone) {
        return ledger.append(
                ScenarioEvents.event(type, "2023-01-01", json.formatted(zone).replace('\'', '"')));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatFollowsFromTheLogIsSound() {
        assertThat(ledger.findings()).isEmpty();
        assertThat(noted()).isZero();
    }

    @Test
    void aMovementThatWasTamperedWithIsARowAndTwoBalances() {
        database.update("update read.movement set amount = 31000000 where position = 5");
        assertThat(ledger.findings())
                .containsExactlyInAnyOrder(
                        "Diverges: read.movement (5, 0): amount is 31000000, the log gives 30000000",
                        "Diverges: balance of land:acquired in zone n: 31 mu, the log gives 30 mu",
                        "Diverges: balance of land:outside in zone n: -31 mu, the log gives -30 mu");
        assertThat(noted()).isEqualTo(3);
    }

    @Test
    void aMovementOfAnotherZoneLeavesTheSumOfAllAndStillDiffers() {
        database.update("update read.movement set to_zone = 's' where position = 5");
        assertThat(ledger.findings())
                .contains(
                        "Diverges: balance of land:acquired in zone n: 0 mu, the log gives 30 mu",
                        "Diverges: balance of land:acquired in zone s: 30 mu, the log gives 0 mu")
                .noneMatch(line -> line.contains("trial balance"));
    }

    @Test
    void entriesThatDoNotSumToZeroAreATrialBalanceThatFails() {
        database.execute(
                "create or replace view read.entry as select position, line, flow, unit, amount, occurred_on, to_account"
                        + " as account, to_zone as zone, to_parcel as parcel, to_project as project, to_supply as supply,"
                        + " to_quota_year as quota_year from read.movement");
        assertThat(ledger.findings())
                .containsExactlyInAnyOrder(
                        "Diverges: balance of land:outside in zone n: 0 mu, the log gives -30 mu",
                        "Diverges: trial balance: all accounts sum to 30 mu, not to 0");
    }

    @Test
    void anEventThatReportsDateOtherwiseThanTheLogIsFound() {
        database.update("update read.event set recorded_at = '2023-12-31T23:59:59.5Z' where position = 5");
        assertThat(ledger.findings())
                .contains("Diverges: position 5: recorded at 2023-12-31T23:59:59.500Z for reports, at"
                        + " 2024-01-01T00:00:00Z in the log")
                .hasSize(2);
    }

    @Test
    void eventsThatReportsDoNotKnowAndThatTheLogDoesNotKnowAreFound() {
        database.update("delete from read.event where position in (2, 7)");
        database.update("insert into read.event (position, event_id, type, recorded_at, occurred_on, zone, documents)"
                + " select position, 'x', type, recorded_at, occurred_on, zone, documents from"
                + " (values (0), (99)) at (position) cross join"
                + " (select type, recorded_at, occurred_on, zone, documents from read.event where position = 1) one");
        assertThat(ledger.findings())
                .contains(
                        "Diverges: position 0: there is no such event in the log",
                        "Diverges: position 2: no report knows of the event, which was recorded at 2024-01-01T00:00:00Z",
                        "Diverges: position 7: no report knows of the event, which was recorded at 2024-01-01T00:00:00Z",
                        "Diverges: position 99: there is no such event in the log")
                .hasSize(8);
    }

    @Test
    void aPositionThatTheLogHasNotReachedIsSaidBeforeAnythingIsCompared() {
        database.update("update read.projection set position = 12");
        assertThatThrownBy(ledger::findings)
                .isInstanceOf(UnusableReadModelsException.class)
                .hasMessage("The read models are at position 12, and the log ends at position 7:"
                        + " ./ledger rebuild --accept builds them anew.");
    }

    @Test
    void whatIsFoundIsNotedUntilItIsSoundAgain() {
        database.update("update read.parcel set area = area + 1 where parcel = 'p-s'");
        assertThat(ledger.findings()).hasSize(1).first().asString().startsWith("Diverges: read.parcel (p-s): area is");
        assertThat(noted()).isEqualTo(1);
        database.update("update read.parcel set area = area - 1 where parcel = 'p-s'");
        assertThat(ledger.findings()).isEmpty();
        assertThat(noted()).isZero();
    }

    @Test
    void ofManySomeAreNamedAndAllAreCounted() {
        for (int i = 0; i < 50; i++) {
            append("land.ParcelRegistered", "{'zone':'n','parcel':'more-%1$s','area':'100 mu'}", "" + i);
        }
        ledger.caughtUp();
        database.update("delete from read.event where position > 7");
        assertThat(ledger.findings())
                .hasSize(42)
                .contains("Diverges: read: 30 more rows differ", "Diverges: positions: 30 more rows differ");
        assertThat(noted()).isEqualTo(100);
    }

    private long noted() {
        Long differences = database.queryForObject("select differences from read.comparison", Long.class);
        return differences == null ? -1 : differences;
    }
}
