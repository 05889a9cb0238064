package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.having;
import static org.nestledger.core.log.LogFixture.nothingAfter;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppendIT {

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsAppendedIsReadBack() {
        var sent = event("ä \"quoted\" \u0001 €", "project:a:b", "zone:z");
        assertThat(fixture.append(sent)).isEqualTo(1);

        RecordedEvent read = fixture.log.at(1).orElseThrow();
        assertThat(read.id()).isEqualTo(sent.event().identifier());
        assertThat(read.type()).isEqualTo(LogFixture.TYPE);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.payload()).isEqualTo(sent.event().payload());
        assertThat(read.metadata()).isEqualTo(sent.event().metadata());
        assertThat(read.tags()).containsExactly("project:a:b", "zone:z");
        assertThat(read.time()).isEqualTo(read.recordedAt());
        assertThat(fixture.log.at(2)).isEmpty();
        assertThat(fixture.log.at(0)).isEmpty();
        assertThat(fixture.log.head()).isEqualTo(1);
    }

    @Test
    void aConditionHoldsUntilAMatchingEventComes() {
        fixture.append(event("one", "a:1", "b:1"));
        fixture.append(nothingAfter(1, "a:1"), event("two", "a:2"));
        fixture.append(nothingAfter(0, "a:1", "b:2"), event("three", "a:3"));
        assertThatThrownBy(() -> fixture.append(nothingAfter(0, "a:1", "b:1"), event("four", "a:4")))
                .isInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(fixture.texts()).containsExactly("one", "two", "three");
    }

    @Test
    void sourcingReturnsWhatHasAllTags() {
        fixture.append(event("one", "a:1", "b:1"), event("two", "a:1"), event("three", "b:1"));
        assertThat(fixture.source(having("a:1"))).containsExactly("one", "two");
        assertThat(fixture.source(having("a:1", "b:1"))).containsExactly("one");
        assertThat(fixture.source(having("a:1").or(having("b:1")))).isEqualTo(List.of("one", "two", "three"));
    }
}
