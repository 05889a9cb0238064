package org.nestledger.query.enterprise;

import org.jspecify.annotations.Nullable;

/**
 * Which enterprises; a criterion that is absent does not restrict.
 *
 * @param zone registered in this zone or a descendant
 * @param text in id or name, in any case
 */
public record EnterpriseFilter(
        @Nullable String zone, @Nullable String text) {

    public static final EnterpriseFilter ALL = new EnterpriseFilter(null, null);
}
