package org.nestledger.query.report.capital;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.supply.Instalment;

/**
 * A supply and its price on a day.
 *
 * @param currency of the price; absent when the price is unknown
 * @param owed minor units: the price less its reductions
 * @param paid minor units: the payments less the refunds
 */
record PricedSupply(
        String zone,
        String project,
        String supply,
        @Nullable String currency,
        long owed,
        long paid,
        List<Instalment> instalments) {}
