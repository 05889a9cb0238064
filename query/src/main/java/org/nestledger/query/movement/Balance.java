package org.nestledger.query.movement;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Quantity;

/**
 * What stands on an account.
 *
 * @param account such as {@code land:acquired}
 * @param quotaYear of a quota account
 */
public record Balance(String account, @Nullable Integer quotaYear, Quantity balance) {}
