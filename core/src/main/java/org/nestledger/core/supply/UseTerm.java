package org.nestledger.core.supply;

import org.jspecify.annotations.Nullable;

/**
 * How long land may be used for what.
 *
 * @param use unknown when absent
 * @param years a plain decimal, such as {@code 50} or {@code 11.5}
 */
public record UseTerm(@Nullable String use, String years) {}
