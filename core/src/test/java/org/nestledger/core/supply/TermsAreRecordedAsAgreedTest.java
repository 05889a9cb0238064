package org.nestledger.core.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.LAND_AND_PROJECT;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;

class TermsAreRecordedAsAgreedTest {

    private static final String SUPPLY = "SupplyLand parcel=p project=a supply=s area=60mu on=2023-06-01 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price=100CNY                                                      |",
                "price=0CNY                                                        |",
                "price=100CNY instalments=1:60CNY,2:40CNY                          |",
                "price=100CNY agreedStart=2023-06-01 agreedCompletion=2023-06-01   |",
                "useTerms=50,11.5                                                  | PRICE_UNKNOWN",
                "instalments=1:60CNY                                               | PRICE_UNKNOWN",
                "price=100CNY instalments=1:60CNY                                  | INSTALMENTS_DIFFER_FROM_PRICE",
                "price=100CNY instalments=1:60CNY,2:40USD                          | INSTALMENTS_DIFFER_FROM_PRICE",
                "price=100CNY instalments=1:90000000000000000CNY,2:90000000000000000CNY | INSTALMENTS_DIFFER_FROM_PRICE",
                "price=1CNY agreedStart=2024-06-02 agreedCompletion=2024-06-01     | START_AFTER_COMPLETION",
                "price=1CNY agreedDelivery=2024-06-02 agreedCompletion=2024-06-01  | DELIVERY_AFTER_COMPLETION",
                "price=1CNY agreedDelivery=2023-05-31                              | DELIVERY_BEFORE_CONTRACT",
                "price=1CNY agreedStart=2023-05-31                                 | START_BEFORE_CONTRACT",
                "price=1CNY floorAreaRatioMin=2.0 floorAreaRatioMax=1.5            | RATIO_BOUNDS_REVERSED",
                "price=1CNY floorAreaRatioMin=1.5 floorAreaRatioMax=1.50           |",
                "agreedStart=2023-05-31 floorAreaRatioMin=2 floorAreaRatioMax=1    | PRICE_UNKNOWN START_BEFORE_CONTRACT RATIO_BOUNDS_REVERSED"
            })
    void oddTermsAreWarningsAndNeverRefused(String terms, String warnings) {
        given(LAND_AND_PROJECT)
                .when(SUPPLY + terms)
                .thenRecorded(
                        LandSupplied.class,
                        event -> assertThat(event.warnings())
                                .containsExactlyElementsOf(
                                        Arrays.stream((warnings == null ? "" : warnings).split(" ", -1))
                                                .filter(word -> !word.isEmpty())
                                                .map(TermsWarning::valueOf)
                                                .toList()));
    }

    @Test
    void aPriceOfZeroAndAnUnknownOneDiffer() {
        given(LAND_AND_PROJECT)
                .when(SUPPLY + "price=0CNY")
                .thenRecorded(
                        LandSupplied.class,
                        event -> assertThat(event.terms().price()).isEqualTo(Money.yuan("0")));
        given(LAND_AND_PROJECT)
                .when(SUPPLY)
                .thenRecorded(
                        LandSupplied.class,
                        event -> assertThat(event.terms().price()).isNull());
    }

    @Test
    void anAllocationNeedsNoPrice() {
        given(LAND_AND_PROJECT)
                .when(SUPPLY + "method=ALLOCATION")
                .thenMoved(
                        "SUPPLY land:serviced p -> land:supplied s: 60 mu",
                        "SUPPLY_READY construction:ready p -> construction:supplied s: 60 mu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "floorAreaRatioMin=high",
                "floorAreaRatioMax=-1",
                "floorAreaRatioMax=1e3",
                "floorAreaRatioMax=１",
                "useTerms=50,forever"
            })
    void whatShouldBeANumberIsOne(String terms) {
        given(LAND_AND_PROJECT).when(SUPPLY + terms).thenRejected(RefusalCode.INVALID_FIELD);
    }
}
