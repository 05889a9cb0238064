package org.nestledger.core.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
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
import org.nestledger.core.log.Precondition;
import org.nestledger.core.log.Reading;
import org.nestledger.core.log.RecordedEvent;

/**
 * Keeps the facts of boundaries that were decided on before, with the position up to which they are known, and brings
 * them up to date from what the log remembers. The condition of the append makes an old state safe: it is refused.
 */
final class RememberedHistory implements History {

    private static final int KIBIBYTE = 1024;

    /**
     * What an event with its movements takes in memory besides the text of its record: 1,150 bytes in all in a heap of
     * 220,000 supplies and 200,000 investments, with records of about 500.
     */
    private static final long BYTES_BESIDES_THE_RECORD = 700;

    /**
     * Of the facts of all criteria together, in KiB: a quarter of the memory that there is. A boundary that has to be read
     * again takes a command three times as long.
     */
    private static final long CAPACITY = Runtime.getRuntime().maxMemory() / 4 / KIBIBYTE;

    private static final long UNREAD = -1;

    /** What is known up to so many events ago is remembered anew, lest the log's memory no longer reaches back to it. */
    private static final long REFRESHED_AFTER = 1_000;

    private final PostgresEventLog log;
    private final LongFunction<Optional<Fact>> entries;
    private final Cache<Criterion, Known> known = Caffeine.newBuilder()
            // To hand its small jobs to other threads costs more than they do.
            .executor(Runnable::run)
            .maximumWeight(CAPACITY)
            .weigher((Criterion _, Known facts) -> Math.toIntExact(1 + facts.bytes / KIBIBYTE))
            .build();

    /** @param entries the event at a position of the log, and how it is stored there */
    RememberedHistory(PostgresEventLog log, LongFunction<Optional<Fact>> entries) {
        this.log = log;
        this.entries = entries;
    }

    /**
     * The facts of one criterion.
     *
     * @param indexed the criteria again, as the log is asked for them
     * @param bytes what the facts take in memory, about
     * @param upTo the position up to which they are all; {@link #UNREAD} when that they are none is only assumed
     */
    private record Known(EventCriteria criteria, Criteria indexed, List<Fact> facts, long bytes, long upTo) {

        static Known nothing(Criterion criterion) {
            EventCriteria criteria = AxonBridge.criteria(criterion);
            return new Known(criteria, new Criteria(criteria), List.of(), 0, UNREAD);
        }

        boolean isAssumed() {
            return upTo == UNREAD;
        }

        /**
         * With the later ones among these events, which go up to the head and may be of other criteria, too.
         *
         * @param shared the facts that other criteria have made of the same events
         */
        Known plus(Reading reading, Map<Long, Fact> shared) {
            List<Fact> more = new ArrayList<>();
            long longer = bytes;
            for (RecordedEvent event : reading.events()) {
                if (event.position() > upTo && indexed.matches(event)) {
                    longer += BYTES_BESIDES_THE_RECORD + event.bytes();
                    more.add(shared.computeIfAbsent(
                            event.position(), position -> Decisions.fact(position, (LedgerEvent) event.payload())));
                }
            }
            if (more.isEmpty()) {
                return new Known(criteria, indexed, facts, bytes, reading.head());
            }
            more.addAll(0, facts);
            return new Known(criteria, indexed, Collections.unmodifiableList(more), longer, reading.head());
        }

        /** Nothing has come to it since what is appended was decided. */
        Precondition unchangedSince(long position) {
            return new Precondition(indexed, position);
        }
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public void begin(ProcessingContext context) {
        context.putResource(PostgresEventStorageEngine.CONDITIONS, new ArrayList<>());
    }

    @Override
    public CompletableFuture<Facts> facts(Boundary boundary, ProcessingContext context, Effort effort) {
        Collection<Known> parts = known(boundary.criteria(), effort).values();
        List<Precondition> conditions =
                Objects.requireNonNull(context.getResource(PostgresEventStorageEngine.CONDITIONS));
        long upTo = Long.MAX_VALUE;
        for (Known part : parts) {
            if (!part.isAssumed()) {
                upTo = Math.min(upTo, part.upTo);
            }
        }
        // Parts that are known up to different positions are cut to what the log was at the first of them.
        List<Fact> facts = new ArrayList<>();
        for (Known part : parts) {
            conditions.add(part.unchangedSince(part.isAssumed() ? 0 : upTo));
            if (part.upTo <= upTo) {
                facts.addAll(part.facts);
                continue;
            }
            for (Fact fact : part.facts) {
                if (fact.position() <= upTo) {
                    facts.add(fact);
                }
            }
        }
        return CompletableFuture.completedFuture(Facts.gathered(facts).merged(SourcedHistory.named(boundary, entries)));
    }

    private Map<Criterion, Known> known(List<Criterion> criteria, Effort effort) {
        Map<Criterion, Known> parts = new HashMap<>();
        Map<Long, Fact> shared = new HashMap<>();
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
                Known part = before.plus(since, shared);
                parts.put(criterion, part);
                if (part.facts.size() > before.facts.size() || part.upTo > before.upTo + REFRESHED_AFTER) {
                    known.put(criterion, part);
                }
            }
        }
        if (effort != Effort.ASSUME) {
            read(unread, parts);
        }
        read(behind, parts);
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
        Map<Long, Fact> shared = new HashMap<>();
        for (Criterion criterion : criteria) {
            parts.computeIfPresent(criterion, (_, part) -> part.plus(reading, shared));
            known.put(criterion, Objects.requireNonNull(parts.get(criterion)));
        }
    }
}
