package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentEventsTest {

    private static final int CAPACITY = 20;

    private final List<RecordedEvent> all = new ArrayList<>();
    private final RecentEvents recent = new RecentEvents(0, CAPACITY, Long.MAX_VALUE);
    private long settled;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itAnswersAsAListOfItsLastEventsWould(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            add("test.T" + random.nextInt(3), tags(random));
            EventCriteria wanted = criteria(random);
            Criteria criteria = new Criteria(wanted);
            long marker = (long) all.size() - random.nextInt(CAPACITY + 1);
            List<RecordedEvent> after = after(wanted, marker);
            String where = "seed %d round %d, after %d: %s".formatted(seed, round, marker, wanted);
            assertThat(recent.covers(marker)).as(where).isEqualTo(marker >= Math.max(0, all.size() - CAPACITY));
            if (recent.covers(marker)) {
                assertThat(recent.conflicts(criteria, marker)).as(where).isEqualTo(!after.isEmpty());
                settled = Math.max(settled, all.size() - random.nextInt(CAPACITY));
                recent.settled(settled);
                long last = Math.max(marker, settled);
                after.removeIf(event -> event.position() > last);
                assertThat(recent.since(criteria, marker)).as(where).isEqualTo(new Reading(last, after));
            }
        }
    }

    @Test
    void largeEventsPushOutMoreThanOneAndAreLetGoOf() {
        RecentEvents few = new RecentEvents(0, CAPACITY, 10L * IndexedEvent.BYTES);
        for (long position = 1; position <= 10; position++) {
            few.add(event(position, "test.T", List.of("a:1"), 600), new long[] {TagHash.ofTag("a:1")}, 1);
        }
        assertThat(few.covers(0)).isTrue();
        few.add(event(11, "test.T", List.of("a:1"), 600 + 2 * IndexedEvent.BYTES), new long[] {1}, 1);
        assertThat(few.covers(2)).isFalse();
        assertThat(few.covers(3)).isTrue();
        few.add(event(12, "test.T", List.of("b:1"), 60_000), new long[] {2}, 1);
        assertThat(few.covers(10)).isFalse();
        assertThat(few.covers(11)).isTrue();
        assertThat(few.conflicts(having("a:1"), 11)).isFalse();
        assertThat(few.head()).isEqualTo(12);
    }

    @Test
    void whatWasPushedOutIsNoLongerAnsweredFor() {
        for (int i = 0; i < CAPACITY; i++) {
            add("test.T", "a:1");
        }
        assertThat(recent.covers(0)).isTrue();
        add("test.T", "b:1");
        assertThat(recent.covers(0)).isFalse();
        assertThat(recent.covers(1)).isTrue();
        assertThat(recent.since(having("a:1"), 0)).isNull();
        recent.settled(all.size());
        assertThat(recent.since(having("b:1"), 1).events()).hasSize(1);
    }

    @Test
    void aPositionBeyondTheHeadIsNotAnsweredFor() {
        add("test.T", "a:1");
        assertThat(recent.since(having("a:1"), 1).events()).isEmpty();
        assertThat(recent.since(having("a:1"), 2)).isNull();
    }

    @Test
    void aTagThatComesBackAfterItWasPushedOutIsFound() {
        add("test.T", "a:1");
        for (int i = 0; i < 2 * CAPACITY; i++) {
            add("test.T", "b:1");
        }
        assertThat(recent.conflicts(having("a:1"), all.size() - 5)).isFalse();
        add("test.T", "a:1", "b:1");
        assertThat(recent.conflicts(having("a:1"), all.size() - 5)).isTrue();
        recent.settled(all.size());
        assertThat(recent.since(having("a:1", "b:1"), all.size() - 5).events()).containsExactly(all.getLast());
    }

    @Test
    void afterAResetNothingIsKnown() {
        add("test.T", "a:1");
        recent.reset(100);
        assertThat(recent.head()).isEqualTo(100);
        assertThat(recent.covers(99)).isFalse();
        assertThat(recent.conflicts(having("a:1"), 0)).isFalse();
        assertThat(recent.since(having("a:1"), 100).events()).isEmpty();
    }

    @Test
    void anEventOutOfOrderIsRefused() {
        RecordedEvent third = event(3, "test.T", List.of("a:1"));
        assertThatThrownBy(() -> recent.add(third, new long[0], 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(recent.head()).isZero();
    }

    @Test
    void whatIsNotSettledConflictsButIsNotTold() {
        add("test.T", "a:1");
        assertThat(recent.conflicts(having("a:1"), 0)).isTrue();
        assertThat(recent.since(having("a:1"), 0)).isEqualTo(new Reading(0, List.of()));
        recent.settled(1);
        assertThat(recent.since(having("a:1"), 0)).isEqualTo(new Reading(1, all));
    }

    @Test
    void moreThanIsThereIsNotSettled() {
        recent.settled(5);
        add("test.T", "a:1");
        assertThat(recent.since(having("a:1"), 0).events()).isEmpty();
    }

    private void add(String type, String... tags) {
        RecordedEvent event = event(all.size() + 1L, type, List.of(tags));
        all.add(event);
        recent.add(event, event.tags().stream().mapToLong(TagHash::ofTag).toArray(), TagHash.ofType(event.type()));
    }

    /** What the framework itself takes to meet the criteria. */
    private List<RecordedEvent> after(EventCriteria wanted, long marker) {
        return all.stream()
                .filter(event -> event.position() > marker)
                .filter(event -> wanted.matches(new QualifiedName(event.type()), Tags.fromTexts(event.tags())))
                .collect(Collectors.toList());
    }

    private static RecordedEvent event(long position, String type, List<String> tags) {
        return event(position, type, tags, 0);
    }

    private static RecordedEvent event(long position, String type, List<String> tags, int bytes) {
        return new RecordedEvent(position, Instant.EPOCH, "id", type, 1, Instant.EPOCH, tags, Map.of(), "", 1, bytes);
    }

    private static Criteria having(String... tags) {
        return new Criteria(LogFixture.having(tags));
    }

    private static String[] tags(Random random) {
        Set<String> tags = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add("abc".charAt(random.nextInt(3)) + ":" + random.nextInt(3));
        }
        return tags.toArray(String[]::new);
    }

    private static EventCriteria criteria(Random random) {
        List<EventCriteria> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var tags = EventCriteria.havingTags(LogFixture.tags(tags(random)));
            parts.add(
                    random.nextBoolean()
                            ? tags
                            : tags.andBeingOneOfTypes(Set.of(
                                    new QualifiedName("test.T" + random.nextInt(3)),
                                    new QualifiedName("test.U" + random.nextInt(4)))));
        }
        return EventCriteria.either(parts);
    }
}
