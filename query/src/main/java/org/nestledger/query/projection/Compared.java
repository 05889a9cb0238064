package org.nestledger.query.projection;

import java.util.List;
import java.util.Set;

/**
 * What a comparison of the read models with those that were folded from the log anew found, both at one position.
 *
 * @param tables how many were compared
 * @param digest of all rows of these tables as they were folded anew, in hexadecimal
 * @param differences how many rows differ
 * @param first the first of them
 * @param changed the read models whose version differs, so that they were not compared
 */
public record Compared(
        long position, int tables, String digest, long differences, List<Difference> first, Set<String> changed) {

    public Compared {
        first = List.copyOf(first);
        changed = Set.copyOf(changed);
    }

    public boolean same() {
        return differences == 0;
    }
}
