package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.measure.Quantity;

/** What a figure is made of. Its value follows from this and nothing else: {@link Recount}. */
public sealed interface Explanation {

    Head head();

    /** What contributes, each entry once, in log order within each part. */
    List<Entry> entries();

    /**
     * The events that say why the entries count: designations of zones, introductions, moves and descriptions of projects,
     * reversals.
     */
    List<Entry> basis();

    /** The figures that this one is computed from, if it is not computed from entries. */
    default List<Part> parts() {
        return List.of();
    }

    /** @param name what it is in the formula, such as {@code numerator} */
    record Part(String name, Explanation explanation) {}

    /**
     * The amounts of all entries in the figure's unit, added up.
     *
     * @param less the flow whose amounts are deducted
     */
    record Sum(Head head, List<Entry> entries, @Nullable Flow less, List<Entry> basis) implements Explanation {
        public Sum {
            entries = List.copyOf(entries);
            basis = List.copyOf(basis);
        }
    }

    /**
     * How many different entities the entries are of; each has more of the amounts than is deducted.
     *
     * @param less the flow whose amounts are deducted
     */
    record Distinct(
            Head head, List<Entry> entries, @Nullable Flow less, List<Entry> basis) implements Explanation {
        public Distinct {
            entries = List.copyOf(entries);
            basis = List.copyOf(basis);
        }
    }

    /** What follows from other figures, and the reasons why it is these. */
    sealed interface OfParts extends Explanation {

        default List<Entry> reasons() {
            return List.of();
        }

        @Override
        default List<Entry> entries() {
            return parts().stream()
                    .flatMap(part -> part.explanation().entries().stream())
                    .distinct()
                    .toList();
        }

        @Override
        default List<Entry> basis() {
            Set<Entry> all = new LinkedHashSet<>(reasons());
            parts().forEach(part -> all.addAll(part.explanation().basis()));
            return List.copyOf(all);
        }
    }

    /** What follows from two figures. */
    sealed interface Fraction extends OfParts {

        Explanation numerator();

        Explanation denominator();

        @Override
        default List<Part> parts() {
            return List.of(new Part("numerator", numerator()), new Part("denominator", denominator()));
        }
    }

    /** One figure as a percentage of another. */
    record Quotient(Head head, Explanation numerator, Explanation denominator) implements Fraction {}

    /** The days from the first to the last, both included, for each of what is counted. */
    record Interval(Head head, LocalDate first, LocalDate last, Explanation count) implements Explanation {
        @Override
        public List<Part> parts() {
            return List.of(new Part("count", count));
        }

        @Override
        public List<Entry> entries() {
            return count.entries();
        }

        @Override
        public List<Entry> basis() {
            return count.basis();
        }
    }

    /** The days from an application to the last of the grants, both included. */
    record Duration(Head head, Entry application, List<Entry> grants, List<Entry> basis) implements Explanation {
        public Duration {
            grants = List.copyOf(grants);
            basis = List.copyOf(basis);
        }

        @Override
        public List<Entry> entries() {
            return Stream.concat(Stream.of(application), grants.stream())
                    .distinct()
                    .toList();
        }
    }

    /** How the amounts of the entries, in the figure's unit unless they are counted, are spread. */
    record Spread(Head head, List<Entry> entries, Statistic statistic, List<Entry> basis) implements Explanation {
        public Spread {
            entries = List.copyOf(entries);
            basis = List.copyOf(basis);
        }
    }

    /**
     * The days that have passed since a day until the last one; none when that is not after it.
     *
     * @param entries the event that states the day, and the one of the last day when it is not the report's
     */
    record DaysSince(Head head, LocalDate day, LocalDate last, List<Entry> entries, List<Entry> basis)
            implements Explanation {
        public DaysSince {
            entries = List.copyOf(entries);
            basis = List.copyOf(basis);
        }
    }

    /** What an event states; of an area in mu, whatever unit it is stated in. */
    record Stated(Head head, Entry entry, Quantity quantity, List<Entry> basis) implements Explanation {
        public Stated {
            basis = List.copyOf(basis);
        }

        /** Of the report's own zone, so that no more has to be known. */
        Stated(Head head, Entry entry, Quantity quantity) {
            this(head, entry, quantity, List.of());
        }

        @Override
        public List<Entry> entries() {
            return List.of(entry);
        }
    }

    /** Another figure under its own name, and the reasons why it is that one. */
    record Same(Head head, Explanation figure, List<Entry> reasons) implements OfParts {
        public Same {
            reasons = List.copyOf(reasons);
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("figure", figure));
        }
    }

    /**
     * What of an instalment is owed and not paid, when payments fill instalments one after the other and no more of them is due
     * than is owed.
     *
     * @param before the instalments that come before it
     * @param agreed the instalment itself
     */
    record Outstanding(Head head, Sum owed, Sum paid, Sum before, Sum agreed) implements OfParts {
        @Override
        public List<Part> parts() {
            return List.of(
                    new Part("owed", owed),
                    new Part("paid", paid),
                    new Part("before", before),
                    new Part("agreed", agreed));
        }
    }

    /** One figure for each of another, exactly; either may be of a unit of its own. */
    record Proportion(Head head, Explanation numerator, Explanation denominator) implements Fraction {}

    /** What follows from all that have data, and the reasons why they are compared. */
    sealed interface Ranking extends OfParts {

        List<Explanation> ranked();

        @Override
        default List<Part> parts() {
            return ranked().stream().map(each -> new Part("ranked", each)).toList();
        }
    }

    /** The place of the subject among all that have data; equal values share one. */
    record Rank(Head head, List<Explanation> ranked, boolean fewestFirst, List<Entry> reasons) implements Ranking {
        public Rank {
            ranked = List.copyOf(ranked);
            reasons = List.copyOf(reasons);
        }
    }

    /** How many have a place. */
    record Ranked(Head head, List<Explanation> ranked, List<Entry> reasons) implements Ranking {
        public Ranked {
            ranked = List.copyOf(ranked);
            reasons = List.copyOf(reasons);
        }
    }
}
