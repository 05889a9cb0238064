package org.nestledger.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.BalanceKey;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.zone.ZoneEvent.ZoneDesignated;
import tools.jackson.databind.JsonNode;

class GeneratedBooksAreRealTest {

    private static final long ZONES = 150;
    private static final long EVENTS = 12_000;

    private static JsonNode record(long index) {
        return LedgerJson.mapper().readTree(new String(ZoneBooks.record(index, ZONES), StandardCharsets.UTF_8));
    }

    private static LedgerEvent event(JsonNode record) {
        return EventTypes.decode(record.path("type").asString(), 1, record.path("data"));
    }

    private static List<JsonNode> records() {
        return LongStream.range(0, EVENTS)
                .mapToObj(GeneratedBooksAreRealTest::record)
                .toList();
    }

    @Test
    void eachIsDecodedAndHasTheTagsOfItsType() {
        assertThat(records()).allSatisfy(record -> {
            List<String> tags =
                    record.path("tags").valueStream().map(JsonNode::asString).toList();
            assertThat(tags)
                    .isEqualTo(EventTypes.tags(event(record)).stream().sorted().toList());
        });
    }

    @Test
    void theIdTellsTheIndex() {
        for (long index : new long[] {0, 1, 152, 4_999_999}) {
            assertThat(ZoneBooks.index(record(index).path("id").asString())).isEqualTo(index);
        }
    }

    @Test
    void noTwoHaveTheSameIdAndTimeNeverRunsBackwards() {
        Set<String> ids = new HashSet<>();
        String before = "";
        for (JsonNode record : records()) {
            assertThat(ids.add(record.path("id").asString())).isTrue();
            String time = record.path("time").asString();
            assertThat(time).isGreaterThan(before);
            assertThat(event(record).occurredOn().toString()).isLessThanOrEqualTo(time.substring(0, 10));
            before = time;
        }
    }

    @Test
    void theFirstDesignateTheZonesAndNothingIsOfAnother() {
        Set<String> zones = new TreeSet<>();
        long designated = 0;
        for (JsonNode record : records()) {
            if (event(record) instanceof ZoneDesignated zone) {
                designated++;
                assertThat(zones).containsAll(zone.ancestors());
                assertThat(zones.add(zone.zone())).isTrue();
            } else {
                assertThat(zones).contains(record.path("data").path("zone").asString());
            }
        }
        assertThat(designated).isEqualTo(ZoneBooks.designations(ZONES)).isEqualTo(zones.size());
        assertThat(zones).contains("p", "c0", "c1", "z0", "z149").doesNotContain("c2", "z150");
    }

    @Test
    void whatIsMovedWasThereBefore() {
        Map<BalanceKey, Long> balances = new HashMap<>();
        long moved = 0;
        for (JsonNode record : records()) {
            List<Movement> movements = JournalRules.movements(event(record));
            for (Movement movement : movements) {
                moved++;
                balances.merge(movement.from().key(), -movement.amount(), Math::addExact);
                balances.merge(movement.to().key(), movement.amount(), Math::addExact);
            }
            assertThat(movements).allSatisfy(movement -> {
                if (movement.from().account().guarded()) {
                    assertThat(balances.get(movement.from().key()))
                            .as(record.toString())
                            .isNotNegative();
                }
            });
        }
        assertThat(moved).isGreaterThan(EVENTS / 2);
    }
}
