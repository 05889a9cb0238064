package org.nestledger.core.log;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types that this release decodes. Who asks the log for events of some of them is given those of unknown types as well, and
 * stops at them: what they mean for a decision only a release that knows them can tell.
 */
final class KnownTypes {

    /** Says that the hashes after it are of types that are not wanted. */
    private static final int ALL_BUT = 0;

    private final Set<String> known;
    private final Map<Set<String>, String> literals = new ConcurrentHashMap<>();

    /** @param known none when nobody can tell: then only the wanted types are asked for */
    KnownTypes(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    /** What the log's functions take for the types of a criterion, an array literal; null when any type will do. */
    @Nullable
    String literal(Criteria.ByTags part) {
        return part.typeNames.isEmpty() ? null : literals.computeIfAbsent(part.typeNames, this::literal);
    }

    private String literal(Set<String> wanted) {
        if (known.isEmpty()) {
            return hashes(wanted, "{");
        }
        Set<String> others = new TreeSet<>(known);
        others.removeAll(wanted);
        return hashes(others, others.isEmpty() ? "{" + ALL_BUT : "{" + ALL_BUT + ",");
    }

    private static String hashes(Set<String> types, String opening) {
        return types.stream()
                .map(type -> Integer.toString(TagHash.ofType(type)))
                .collect(Collectors.joining(",", opening, "}"));
    }
}
