package org.nestledger.core.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Balances;
import org.nestledger.core.reversal.EntryReversed;

/** The history within a boundary, in log order. Immutable. */
public final class Facts {

    public static final long NOT_YET = Long.MAX_VALUE;
    private static final Facts NONE = new Facts(List.of());

    private final List<Fact> all;

    /** Found out when it is first asked for; all threads find the same. */
    private @Nullable List<Fact> standing;

    private Facts(List<Fact> all) {
        this.all = all;
    }

    public static Facts none() {
        return NONE;
    }

    public static Facts of(List<Fact> facts) {
        return new Facts(List.copyOf(facts));
    }

    /** All facts of both, in log order, each once, and as it is stored if either knows. */
    public Facts merged(Facts other) {
        NavigableMap<Long, Fact> byPosition = new TreeMap<>();
        Stream.concat(all.stream(), other.all.stream())
                .forEach(fact -> byPosition.merge(
                        fact.position(), fact, (known, again) -> known.stored() == null ? again : known));
        return of(List.copyOf(byPosition.values()));
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
        List<Fact> known = standing;
        if (known == null) {
            known = findStanding();
            standing = known;
        }
        return known.stream();
    }

    private List<Fact> findStanding() {
        Set<Long> reversed = all.stream()
                .map(Fact::event)
                .filter(EntryReversed.class::isInstance)
                .map(EntryReversed.class::cast)
                .map(EntryReversed::reverses)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(fact -> !reversed.contains(fact.position()))
                .filter(fact -> !(fact.event() instanceof EntryReversed))
                .toList();
    }

    /** The standing events of this type, oldest record first. */
    public <E> List<E> standing(Class<E> type) {
        return standing()
                .map(Fact::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The journal of these facts, reversals included with their own dates. */
    public Balances balances() {
        return Balances.of(all.stream().flatMap(fact -> fact.movements().stream()));
    }
}
