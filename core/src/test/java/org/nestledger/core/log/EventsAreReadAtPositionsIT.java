package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.LogFixture.event;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events at scattered positions are the same as those that are read one by one. */
class EventsAreReadAtPositionsIT {

    private static final int EVENTS = 2_500;

    private final LogFixture fixture = new LogFixture();

    @BeforeEach
    void fill() {
        fixture.append(IntStream.range(0, EVENTS)
                .mapToObj(n -> event("note " + n, "note:" + n))
                .toArray(TaggedEventMessage[]::new));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void inTheOrderOfTheLogAndEachOnce() {
        List<Long> scattered = List.of(2_500L, 1L, 7L, 7L, 1_999L);
        assertThat(fixture.log.at(scattered)).isEqualTo(List.of(at(1), at(7), at(1_999), at(2_500)));
    }

    @Test
    void asManyAsThereAre() {
        List<Long> all = LongStream.rangeClosed(1, EVENTS).boxed().toList();
        assertThat(fixture.log.at(all)).isEqualTo(fixture.log.read(0, EVENTS));
    }

    @Test
    void positionsThatTheLogDoesNotReachHaveNone() {
        assertThat(fixture.log.at(List.of())).isEmpty();
        assertThat(fixture.log.at(List.of(-1L, 0L, 3L, EVENTS + 1L, Long.MAX_VALUE)))
                .isEqualTo(List.of(at(3)));
    }

    @Test
    void anUndecodableOneIsNamed() {
        fixture.database.execute("set session_replication_role = replica;"
                + " update log.event set record = convert_to(replace(convert_from(record, 'UTF8'), 'test.Noted',"
                + " 'unknown.One'), 'UTF8') where position = 620");
        assertThat(fixture.log.at(List.of(619L, 621L))).hasSize(2);
        assertThatThrownBy(() -> fixture.log.at(List.of(619L, 620L)))
                .isInstanceOfSatisfying(
                        UndecodableEventException.class,
                        undecodable -> assertThat(undecodable.position()).isEqualTo(620));
    }

    private RecordedEvent at(long position) {
        return fixture.log.at(position).orElseThrow();
    }
}
