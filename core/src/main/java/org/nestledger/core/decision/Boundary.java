package org.nestledger.core.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a decision reads and what must not have changed when its events are recorded.
 *
 * @param criteria an event that fulfils any of them is read
 * @param entries positions of events that are read besides; what stands there never changes
 */
public record Boundary(List<Criterion> criteria, List<Long> entries) {

    /** The names of a record, or of all records of a sealed interface. */
    private static final ClassValue<Set<String>> NAMES = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return records(type).map(EventName::of).collect(Collectors.toUnmodifiableSet());
        }
    };

    /** The names of several together: as many as there are rules that ask for them. */
    private static final Map<List<Class<? extends LedgerEvent>>, Set<String>> TOGETHER = new ConcurrentHashMap<>();

    /**
     * Events that carry the tag and are of one of the types.
     *
     * @param tag {@code key:value}
     * @param types qualified event names; any when there is none
     */
    public record Criterion(String tag, Set<String> types) {
        public Criterion {
            types = Set.copyOf(types);
        }
    }

    public Boundary {
        criteria = List.copyOf(criteria);
        entries = List.copyOf(entries);
    }

    public static Boundary none() {
        return new Boundary(List.of(), List.of());
    }

    public boolean isEmpty() {
        return criteria.isEmpty() && entries.isEmpty();
    }

    /** Adds the event at this position. */
    public Boundary andEntry(long position) {
        return and(new Boundary(List.of(), List.of(position)));
    }

    /** Adds all events under the tag. */
    public Boundary andAll(String tag) {
        return and(new Boundary(List.of(new Criterion(tag, Set.of())), List.of()));
    }

    /** Adds the events of these types under the tag; a sealed interface stands for all its records. */
    @SafeVarargs
    public final Boundary and(String tag, Class<? extends LedgerEvent>... types) {
        List<Class<? extends LedgerEvent>> listed = new ArrayList<>(types.length);
        for (Class<? extends LedgerEvent> type : types) {
            listed.add(type);
        }
        Set<String> names = TOGETHER.computeIfAbsent(listed, Boundary::names);
        return and(new Boundary(List.of(new Criterion(tag, names)), List.of()));
    }

    private static Set<String> names(List<Class<? extends LedgerEvent>> types) {
        return types.stream().flatMap(type -> NAMES.get(type).stream()).collect(Collectors.toUnmodifiableSet());
    }

    public Boundary and(Boundary other) {
        return new Boundary(together(criteria, other.criteria), together(entries, other.entries));
    }

    private static <T> List<T> together(List<T> some, List<T> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        List<T> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Boundary::records)
                : Stream.of(type);
    }
}
