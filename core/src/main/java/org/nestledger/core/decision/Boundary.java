package org.nestledger.core.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a decision reads and what must not have changed when its events are recorded: any of several criteria. */
public record Boundary(List<Criterion> criteria) {

    /**
     * Events that carry the tag and are of one of the types.
     *
     * @param tag {@code key:value}
     * @param types qualified event names
     */
    public record Criterion(String tag, Set<String> types) {
        public Criterion {
            types = Set.copyOf(types);
        }
    }

    public Boundary {
        criteria = List.copyOf(criteria);
    }

    public static Boundary none() {
        return new Boundary(List.of());
    }

    /** Adds the events of these types under the tag; a sealed interface stands for all its records. */
    @SafeVarargs
    public final Boundary and(String tag, Class<? extends LedgerEvent>... types) {
        Set<String> names = new TreeSet<>();
        for (Class<? extends LedgerEvent> type : types) {
            records(type).map(EventName::of).forEach(names::add);
        }
        List<Criterion> more = new ArrayList<>(criteria);
        more.add(new Criterion(tag, names));
        return new Boundary(more);
    }

    public Boundary and(Boundary other) {
        return new Boundary(
                Stream.concat(criteria.stream(), other.criteria.stream()).toList());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Boundary::records)
                : Stream.of(type);
    }
}
