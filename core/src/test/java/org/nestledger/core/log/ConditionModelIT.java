package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.log.LogFixture.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine against a list: random criteria, random markers, in batches of random size. */
class ConditionModelIT {

    private static final int ROUNDS = 60;

    /** What the log should hold. Events are numbered from 1. */
    private final List<TaggedEventMessage<EventMessage>> model = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1, 100000", "2, 100000", "3, 100000", "4, 1", "5, 7", "6, 15"})
    void theEngineAcceptsAndSourcesWhatANaiveListWould(long seed, int recentEvents) {
        Random random = new Random(seed);
        try (LogFixture fixture = new LogFixture(LogOptions.defaults().withRecentEvents(recentEvents))) {
            int refused = 0;
            for (int round = 0; round < ROUNDS; round++) {
                refused += appendBatch(fixture, random);
                EventCriteria criteria = criteria(random);
                assertThat(fixture.source(criteria))
                        .as("seed %d, %s", seed, criteria)
                        .isEqualTo(matching(criteria, 0));
            }
            assertThat(fixture.texts()).isEqualTo(texts(model));
            assertThat(refused).isBetween(ROUNDS / 2, ROUNDS * 10);
        }
    }

    @Test
    void theRandomCriteriaAreOfEveryKind() {
        Random random = new Random(4);
        List<Criteria> kinds = IntStream.range(0, 200)
                .mapToObj(_ -> new Criteria(criteria(random)))
                .toList();
        assertThat(kinds).anyMatch(c -> c.matchesAll);
        assertThat(kinds).anyMatch(c -> !c.byTypes.isEmpty() && !c.byTags.isEmpty());
        assertThat(kinds).anyMatch(c -> c.byTags.stream().anyMatch(part -> part.tags.length > 2));
        assertThat(kinds).anyMatch(c -> c.byTags.stream().anyMatch(part -> part.types.length > 0));
    }

    /** Returns how many items were refused. */
    private int appendBatch(LogFixture fixture, Random random) {
        List<CompletableFuture<Long>> results = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        try (var _ = new HeldHead(fixture.database)) {
            int items = 1 + random.nextInt(12);
            for (int i = 0; i < items; i++) {
                EventCriteria criteria = criteria(random);
                long marker = (long) model.size() - random.nextInt(Math.min(20, model.size() + 2));
                AppendCondition condition = random.nextInt(4) == 0
                        ? AppendCondition.none()
                        : AppendCondition.withCriteria(criteria).withMarker(new GlobalIndexConsistencyMarker(marker));
                List<TaggedEventMessage<EventMessage>> events = events(random);
                boolean accepted = condition.equals(AppendCondition.none())
                        || matching(criteria, marker).isEmpty();
                results.add(fixture.appending(condition, events.toArray(TaggedEventMessage<?>[]::new)));
                expected.add(accepted);
                if (accepted) {
                    model.addAll(events);
                }
            }
        }
        List<Boolean> actual = results.stream()
                .map(result -> result.handle((_, e) -> e == null).join())
                .toList();
        assertThat(actual).isEqualTo(expected);
        return (int) actual.stream().filter(accepted -> !accepted).count();
    }

    private List<String> matching(EventCriteria criteria, long after) {
        int from = Math.clamp(after, 0, model.size());
        return texts(model.subList(from, model.size()).stream()
                .filter(event -> criteria.matches(event.event().type().qualifiedName(), event.tags()))
                .toList());
    }

    private static List<String> texts(List<TaggedEventMessage<EventMessage>> events) {
        return events.stream().map(event -> (String) event.event().payload()).toList();
    }

    private static List<TaggedEventMessage<EventMessage>> events(Random random) {
        List<TaggedEventMessage<EventMessage>> events = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String[] tags = tags(random, 4).stream().map(Tags::toText).toArray(String[]::new);
            events.add(event(type(random), Long.toString(random.nextLong()), Map.of(), Instant.now(), tags));
        }
        return events;
    }

    private static EventCriteria criteria(Random random) {
        List<EventCriteria> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            var tagged = EventCriteria.havingTags(random.nextInt(30) == 0 ? Set.of() : tags(random, 3));
            parts.add(random.nextInt(3) == 0 ? tagged.andBeingOneOfTypes(types(random)) : tagged);
        }
        return parts.size() == 1 ? parts.getFirst() : EventCriteria.either(parts);
    }

    private static Set<Tag> tags(Random random, int atMost) {
        Set<Tag> tags = new HashSet<>();
        for (int i = 1 + random.nextInt(atMost); i > 0; i--) {
            tags.add(new Tag("k" + random.nextInt(3), "v" + random.nextInt(5)));
        }
        return tags;
    }

    private static Set<QualifiedName> types(Random random) {
        return Set.of(new QualifiedName("other.Type"), new QualifiedName(type(random)));
    }

    private static String type(Random random) {
        return "test.Type" + random.nextInt(4);
    }
}
