package org.nestledger.query.projection;

/**
 * What a rebuild found and did.
 *
 * @param swapped whether the new read models took the place of the old ones
 */
public record Rebuilt(Compared compared, boolean swapped) {}
