package org.nestledger.core.supply;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Money;

/**
 * What a supply contract agrees, recorded as agreed.
 *
 * @param price unknown when absent, which differs from zero
 * @param floorAreaRatioMin a plain decimal
 * @param floorAreaRatioMax a plain decimal
 */
public record SupplyTerms(
        SupplyMethod method,
        String contractNumber,
        @Nullable Money price,
        List<Instalment> instalments,
        List<UseTerm> useTerms,
        @Nullable String floorAreaRatioMin,
        @Nullable String floorAreaRatioMax,
        @Nullable LocalDate agreedDelivery,
        @Nullable LocalDate agreedStart,
        @Nullable LocalDate agreedCompletion) {

    public SupplyTerms {
        instalments = List.copyOf(instalments);
        useTerms = List.copyOf(useTerms);
    }
}
