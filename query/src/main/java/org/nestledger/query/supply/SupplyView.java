package org.nestledger.query.supply;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.supply.TermsWarning;

/**
 * A supply of land.
 *
 * @param area as supplied at first
 * @param rescinded what was taken back since
 * @param price as agreed at first; unknown when absent
 * @param noticeKey of the public notice that it was taken from
 * @param warnings what is odd about the agreed terms
 */
public record SupplyView(
        String id,
        String zone,
        String parcel,
        String project,
        LocalDate suppliedOn,
        Quantity area,
        Quantity rescinded,
        SupplyMethod method,
        String contractNumber,
        @Nullable Quantity price,
        @Nullable LocalDate agreedDelivery,
        @Nullable LocalDate agreedStart,
        @Nullable LocalDate agreedCompletion,
        @Nullable String noticeFormat,
        @Nullable String noticeKey,
        List<TermsWarning> warnings) {

    public SupplyView {
        warnings = List.copyOf(warnings);
    }
}
