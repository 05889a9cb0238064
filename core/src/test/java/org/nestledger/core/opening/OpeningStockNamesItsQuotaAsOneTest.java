package org.nestledger.core.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.testing.EarlierVersions;
import org.nestledger.core.testing.Meaning;
import tools.jackson.databind.JsonNode;

/** Opening stock of version 1 had a quota zone and a quota year; since version 2 it has a used quota with both. */
class OpeningStockNamesItsQuotaAsOneTest {

    private static final String TYPE = "opening.OpeningStockRecorded";
    private static final LocalDate DAY = LocalDate.of(2023, 1, 15);

    private static final String FIRST = """
            {"acquired":{"unit":"mu","value":"30"},"converted":{"unit":"mu","value":"40"},"documents":[],
             "existing":{"unit":"mu","value":"20"},"occurredOn":"2023-01-15","parcel":"p","quotaYear":2022,
             "quotaZone":"city","serviced":{"unit":"mu","value":"50"},"zone":"z"}""";

    @Test
    void theFirstVersionIsReadWithBoth() {
        assertThat(first(FIRST)).isEqualTo(stock(new UsedQuota("city", 2022)));
        assertThat(first(FIRST).writesIn()).containsExactly("z", "city");
    }

    @Test
    void theFirstVersionWithoutQuotaHasNoneNow() {
        String without = FIRST.replace("\"quotaYear\":2022,", "").replace("\"quotaZone\":\"city\",", "");
        assertThat(first(without)).isEqualTo(stock(null));
        assertThat(first(without).writesIn()).containsExactly("z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"quotaYear\":2022,", "\"quotaZone\":\"city\","})
    void oneOfTheTwoAloneIsNotRead(String missing) {
        assertThatThrownBy(() -> first(FIRST.replace(missing, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not go together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2022\"", "null", "{}"})
    void aYearThatIsNoneIsNotRead(String year) {
        assertThatThrownBy(() -> first(FIRST.replace("2022", year))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstVersionIsNotTakenForTheSecond() {
        assertThatThrownBy(() -> EventTypes.decode(TYPE, 2, LedgerJson.mapper().readTree(FIRST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsReversalTakesBackWhatItPostedInEitherVersion() {
        OpeningStockRecorded stock = stock(new UsedQuota("city", 2022));
        List<Movement> back = JournalRules.movements(stock).stream()
                .map(movement -> movement.negated(DAY))
                .toList();
        assertThat(back).hasSize(4);
        EntryReversed first = reversal(1, LedgerJson.mapper().readTree(FIRST));
        EntryReversed second = reversal(2, LedgerJson.mapper().valueToTree(stock));
        assertThat(JournalRules.movements(first)).isEqualTo(back);
        assertThat(JournalRules.movements(second)).isEqualTo(back);
        assertThat(Meaning.of(first)).isEqualTo(Meaning.of(second));
        assertThat(first.data()).isEqualTo(LedgerJson.mapper().readTree(FIRST));
    }

    @Test
    void theFirstReleaseWroteWhatTheTestsCallItsVersion() {
        EarlierVersions.Written written = EarlierVersions.first(stock(new UsedQuota("city", 2022)));
        assertThat(written.data()).isEqualTo(LedgerJson.mapper().readTree(FIRST));
        assertThat(written.data().toString())
                .isEqualTo(LedgerJson.mapper().readTree(FIRST).toString());
    }

    private static OpeningStockRecorded first(String data) {
        return (OpeningStockRecorded)
                EventTypes.decode(TYPE, 1, LedgerJson.mapper().readTree(data));
    }

    private static OpeningStockRecorded stock(UsedQuota quota) {
        return new OpeningStockRecorded(
                "z", "p", Area.mu("30"), Area.mu("50"), Area.mu("20"), Area.mu("40"), quota, DAY, List.of());
    }

    private static EntryReversed reversal(int version, JsonNode data) {
        return new EntryReversed(7, TYPE, version, data, DAY, null, "wrong", List.of());
    }
}
