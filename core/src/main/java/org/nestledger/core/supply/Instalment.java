package org.nestledger.core.supply;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Money;

/** A part of the price, as agreed. Instalments need not sum to the price. */
public record Instalment(
        int number, @Nullable LocalDate dueOn, @Nullable Money amount) {}
