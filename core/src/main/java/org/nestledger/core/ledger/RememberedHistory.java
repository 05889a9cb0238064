package org.nestledger.core.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Boundary.Criterion;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.Criteria;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;
import org.nestledger.core.log.Reading;
import org.nestledger.core.log.RecordedEvent;

/**
 * Keeps the facts of boundaries that were decided on before, with the position up to which they are known, and brings
 * them up to date from what the log remembers. The condition of the append makes an old state safe: it is refused.
 */
final class RememberedHistory implements History {

    /** An event with its movements takes about so many bytes. */
    private static final long BYTES_OF_A_FACT = 2_048;

    /** Facts of all criteria together: an eighth of the memory that there is. */
    private static final long CAPACITY = Runtime.getRuntime().maxMemory() / 8 / BYTES_OF_A_FACT;

    private static final long UNREAD = -1;

    private static final Context.ResourceKey<Set<EventCriteria>> REGISTERED =
            Context.ResourceKey.withLabel("criteria that were read");

    private final PostgresEventLog log;
    private final LongFunction<Optional<Fact>> entries;
    private final Cache<Criterion, Known> known = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((Criterion _, Known facts) -> 1 + facts.facts.size())
            .build();

    /** @param entries the event at a position of the log, and how it is stored there */
    RememberedHistory(PostgresEventLog log, LongFunction<Optional<Fact>> entries) {
        this.log = log;
        this.entries = entries;
    }

    /**
     * The facts of one criterion.
     *
     * @param indexed the criteria again, as the log's memory is asked for them
     * @param upTo the position up to which they are all; {@link #UNREAD} when that they are none is only assumed
     */
    private record Known(EventCriteria criteria, Criteria indexed, List<Fact> facts, long upTo) {

        static Known nothing(Criterion criterion) {
            EventCriteria criteria = AxonBridge.criteria(criterion);
            return new Known(criteria, new Criteria(criteria), List.of(), UNREAD);
        }

        boolean isAssumed() {
            return upTo == UNREAD;
        }

        Known plus(Reading reading) {
            List<Fact> more = reading.events().stream()
                    .filter(event -> event.position() > upTo && matches(event))
                    .map(event -> Decisions.fact(event.position(), (LedgerEvent) event.payload()))
                    .toList();
            return new Known(
                    criteria,
                    indexed,
                    more.isEmpty()
                            ? facts
                            : Stream.concat(facts.stream(), more.stream()).toList(),
                    reading.head());
        }

        private boolean matches(RecordedEvent event) {
            return criteria.matches(
                    new QualifiedName(event.type()),
                    event.tags().stream().map(AxonBridge::tag).collect(Collectors.toSet()));
        }
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public CompletableFuture<Facts> facts(Boundary boundary, ProcessingContext context, Effort effort) {
        Set<EventCriteria> never = context.computeResourceIfAbsent(PostgresEventStorageEngine.NEVER, HashSet::new);
        if (effort == Effort.READ) {
            never.clear();
        }
        Map<Criterion, Known> parts = known(boundary.criteria(), effort);
        parts.values().stream().filter(Known::isAssumed).forEach(part -> never.add(part.criteria));
        List<Known> read =
                parts.values().stream().filter(part -> !part.isAssumed()).toList();
        long upTo = read.stream().mapToLong(Known::upTo).min().orElse(0);
        // Parts that are known up to different positions are cut to what the log was at the first of them.
        Facts facts = Facts.of(read.stream()
                .flatMap(part -> part.facts.stream())
                .filter(fact -> fact.position() <= upTo)
                .toList());
        return register(read, upTo, context).thenApply(_ -> facts.merged(SourcedHistory.named(boundary, entries)));
    }

    /**
     * Makes the criteria a condition of what is appended in this context. What was read before in it is not registered
     * again: the earlier position is the stricter condition.
     */
    private static CompletableFuture<?> register(List<Known> parts, long upTo, ProcessingContext context) {
        EventCriteria criteria =
                EventCriteria.either(parts.stream().map(Known::criteria).collect(Collectors.toList()));
        if (parts.isEmpty()
                || !context.computeResourceIfAbsent(REGISTERED, HashSet::new).add(criteria)) {
            return CompletableFuture.completedFuture(null);
        }
        context.putResource(PostgresEventStorageEngine.KNOWN_UP_TO, upTo);
        return context.component(EventStore.class)
                .transaction(context)
                .source(SourcingCondition.conditionFor(criteria))
                .reduce(0, (count, _) -> count);
    }

    private Map<Criterion, Known> known(List<Criterion> criteria, Effort effort) {
        Map<Criterion, Known> parts = new HashMap<>();
        List<Criterion> unread = new ArrayList<>();
        List<Criterion> behind = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Known before = known.getIfPresent(criterion);
            Reading since =
                    before == null || effort == Effort.READ ? null : log.remembered(before.indexed, before.upTo);
            if (before == null) {
                parts.put(criterion, Known.nothing(criterion));
                unread.add(criterion);
            } else if (since == null) {
                parts.put(criterion, before);
                behind.add(criterion);
            } else {
                parts.put(criterion, before.plus(since));
            }
        }
        if (effort != Effort.ASSUME) {
            read(unread, parts);
        }
        read(behind, parts);
        parts.forEach((criterion, part) -> {
            if (!part.isAssumed()) {
                known.put(criterion, part);
            }
        });
        return parts;
    }

    /** One query for all of them, from where the one that is furthest behind ends. */
    private void read(List<Criterion> criteria, Map<Criterion, Known> parts) {
        if (criteria.isEmpty()) {
            return;
        }
        List<Known> before = criteria.stream().map(parts::get).toList();
        Reading reading = log.read(
                EventCriteria.either(before.stream().map(Known::criteria).collect(Collectors.toList())),
                Math.max(0, before.stream().mapToLong(Known::upTo).min().orElse(0)));
        criteria.forEach(criterion -> parts.computeIfPresent(criterion, (_, part) -> part.plus(reading)));
    }
}
