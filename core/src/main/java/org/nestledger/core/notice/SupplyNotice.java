package org.nestledger.core.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Id;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.Instalment;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.supply.UseTerm;

/**
 * One public notice of a land supply result (供地结果), complete. What the notice leaves empty is absent.
 *
 * @param format where it was published, such as {@code landchina}
 * @param key its electronic supervision number, else the recorder id in its link
 * @param holder who gets the land; {@code natural person} without the name for one
 * @param naturalPerson whether the holder is a natural person
 * @param landSourceArea the number that the notice states for the land source, in hectares as a plain decimal
 * @param contractDate the business date of the supply
 */
public record SupplyNotice(
        String format,
        @Id String key,
        @Nullable String district,
        String projectName,
        @Nullable String location,
        Area area,
        LandSource landSource,
        @Nullable String landSourceArea,
        @Nullable String use,
        SupplyMethod method,
        List<UseTerm> useTerms,
        @Nullable String industry,
        @Nullable String landGrade,
        @Nullable Money price,
        List<Instalment> instalments,
        @Nullable String note,
        String holder,
        boolean naturalPerson,
        @Nullable String floorAreaRatioMin,
        @Nullable String floorAreaRatioMax,
        @Nullable LocalDate agreedDelivery,
        @Nullable LocalDate agreedStart,
        @Nullable LocalDate agreedCompletion,
        @Nullable String authorisedBy,
        LocalDate contractDate,
        @Nullable String url) {

    public SupplyNotice {
        useTerms = List.copyOf(useTerms);
        instalments = List.copyOf(instalments);
    }
}
