package org.nestledger.core.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Balances;
import org.nestledger.core.reversal.EntryReversed;

/** The history within a boundary, in log order. Immutable. */
public final class Facts {

    public static final long NOT_YET = Long.MAX_VALUE;
    private static final Comparator<Fact> BY_POSITION = Comparator.comparingLong(Fact::position);
    private static final Facts NONE = new Facts(List.of());

    private final List<Fact> all;

    /** Found out when it is first asked for; all threads find the same. */
    private @Nullable List<Fact> standing;

    /** What rules have folded from these facts. */
    private final Map<Entity, Optional<?>> folded = new ConcurrentHashMap<>();

    /** What facts are folded to. */
    private record Entity(Class<?> type, String id) {}

    private Facts(List<Fact> all) {
        this.all = all;
    }

    public static Facts none() {
        return NONE;
    }

    public static Facts of(List<Fact> facts) {
        return new Facts(List.copyOf(facts));
    }

    /** Facts in any order, the same perhaps several times: each once, and as it is stored if any of them knows. */
    public static Facts gathered(List<Fact> facts) {
        List<Fact> sorted = new ArrayList<>(facts);
        if (isInLogOrder(sorted)) {
            return new Facts(Collections.unmodifiableList(sorted));
        }
        sorted.sort(BY_POSITION);
        List<Fact> once = new ArrayList<>(sorted.size());
        for (Fact fact : sorted) {
            Fact last = once.isEmpty() ? null : once.getLast();
            if (last == null || last.position() != fact.position()) {
                once.add(fact);
            } else if (last.stored() == null) {
                once.set(once.size() - 1, fact);
            }
        }
        return new Facts(Collections.unmodifiableList(once));
    }

    /** Each once, as the facts of one criterion are. */
    private static boolean isInLogOrder(List<Fact> facts) {
        for (int i = 1; i < facts.size(); i++) {
            if (facts.get(i - 1).position() >= facts.get(i).position()) {
                return false;
            }
        }
        return true;
    }

    /** All facts of both, in log order, each once, and as it is stored if either knows. */
    public Facts merged(Facts other) {
        if (other.all.isEmpty()) {
            return this;
        }
        List<Fact> both = new ArrayList<>(all);
        both.addAll(other.all);
        return gathered(both);
    }

    /** The fact at this position, absent when it was not read. */
    public @Nullable Fact at(long position) {
        return all.stream()
                .filter(fact -> fact.position() == position)
                .findFirst()
                .orElse(null);
    }

    /** What was recorded before this position, with what has reversed any of it since. */
    public Facts before(long position) {
        return of(all.stream()
                .filter(fact -> fact.position() < position
                        || (fact.event() instanceof EntryReversed reversal && reversal.reverses() < position))
                .toList());
    }

    public Facts plus(List<Fact> more) {
        List<Fact> longer = new ArrayList<>(all);
        longer.addAll(more);
        return new Facts(Collections.unmodifiableList(longer));
    }

    /** Everything, reversed facts and their reversals included. */
    public List<Fact> all() {
        return all;
    }

    /** The facts that stand: neither reversed nor reversals. */
    public Stream<Fact> standing() {
        return known().stream();
    }

    private List<Fact> known() {
        List<Fact> known = standing;
        if (known == null) {
            known = findStanding();
            standing = known;
        }
        return known;
    }

    // Loops rather than streams here and below: each decision comes here a dozen times, for a handful of facts.
    private List<Fact> findStanding() {
        Set<Long> reversed = new HashSet<>();
        for (Fact fact : all) {
            if (fact.event() instanceof EntryReversed reversal) {
                reversed.add(reversal.reverses());
            }
        }
        if (reversed.isEmpty()) {
            return all;
        }
        List<Fact> found = new ArrayList<>();
        for (Fact fact : all) {
            if (!(fact.event() instanceof EntryReversed) && !reversed.contains(fact.position())) {
                found.add(fact);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The standing events of this type, oldest record first. */
    public <E> List<E> standing(Class<E> type) {
        List<E> found = new ArrayList<>();
        for (Fact fact : known()) {
            if (type.isInstance(fact.event())) {
                found.add(type.cast(fact.event()));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * What these facts amount to for one entity, folded once however many rules ask for it.
     *
     * @param fold gives the same each time, absent when the facts say nothing of the entity
     */
    public <T> @Nullable T folded(Class<T> type, String id, Supplier<@Nullable T> fold) {
        if (all.isEmpty()) {
            return fold.get();
        }
        Entity entity = new Entity(type, id);
        Optional<?> known = folded.get(entity);
        if (known == null) {
            // not within the map's own call, so that a fold may ask for what another one gives
            known = Optional.ofNullable(fold.get());
            folded.put(entity, known);
        }
        return type.cast(known.orElse(null));
    }

    /** The journal of these facts, reversals included with their own dates. */
    public Balances balances() {
        return new Balances(all);
    }
}
