package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody puts into the table of events is not in the log, as long as its head says so. */
class EventsBeyondTheHeadAreNotReadIT {

    private final LogFixture fixture = new LogFixture();

    @BeforeEach
    void putOneBeyondTheHead() {
        fixture.append(LogFixture.event("a", "n:1"), LogFixture.event("b", "n:1"));
        fixture.database.execute("insert into log.event select 3, recorded_at, type, record, leaf from log.event"
                + " where position = 2; insert into log.event_tag select tag, 3, type from log.event_tag"
                + " where position = 2");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void byPosition() {
        assertThat(fixture.log.read(0, 10)).extracting(RecordedEvent::position).containsExactly(1L, 2L);
        assertThat(fixture.log.read(2, 10)).isEmpty();
        assertThat(fixture.log.at(3)).isEmpty();
        assertThat(fixture.log.at(List.of(2L, 3L)))
                .extracting(RecordedEvent::position)
                .containsExactly(2L);
        assertThat(fixture.log.dataAt(3)).isEmpty();
    }

    @Test
    void byWhatTheyAreAbout() {
        assertThat(fixture.source(LogFixture.having("n:1"))).containsExactly("a", "b");
        assertThat(fixture.source(EventCriteria.havingAnyTag())).containsExactly("a", "b");
    }

    @Test
    void withNothingElseTheHeadIsStillKnown() {
        fixture.database.execute("insert into log.event_tag select %d, 3, type from log.event_tag where position = 2"
                .formatted(TagHash.ofTag("n:2")));
        assertThat(fixture.source(LogFixture.having("n:2"))).isEmpty();
        assertThat(fixture.log.head()).isEqualTo(2);
    }
}
