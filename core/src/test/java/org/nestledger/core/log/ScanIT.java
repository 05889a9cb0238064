package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.LogFixture.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A scan hands on what pages would, in the same order, and ends as they would. */
class ScanIT {

    private final LogFixture fixture = new LogFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void itHandsOnTheSameEventsAsPagesFromAnyPosition() {
        append(4_321);
        fixture.append(
                event("test.Other", "肇庆 \" \\ \n", Map.of("a", "b"), Instant.parse("1969-12-31T23:59:59.999999Z")));
        List<RecordedEvent> all = fixture.log.read(0, 10_000);

        for (long after : new long[] {0, 1, 499, 500, 501, 4_321, 4_322, 9_999}) {
            List<RecordedEvent> scanned = new ArrayList<>();
            long last = fixture.log.scan(after, scanned::add);
            assertThat(scanned).isEqualTo(all.subList((int) Math.min(after, all.size()), all.size()));
            assertThat(last).isEqualTo(Math.max(after, all.size()));
        }
    }

    @Test
    void anEmptyLogHasNothingToHandOn() {
        assertThat(fixture.log.scan(0, _ -> {
                    throw new AssertionError();
                }))
                .isZero();
    }

    @Test
    void thoseBeforeAnUndecodableEventAreHandedOnAndItIsNamed() {
        append(700);
        fixture.database.execute("set session_replication_role = replica;"
                + " update log.event set record = convert_to(replace(convert_from(record, 'UTF8'), 'test.Noted',"
                + " 'unknown.One'), 'UTF8') where position = 620");
        List<Long> positions = new ArrayList<>();

        assertThatThrownBy(() -> fixture.log.scan(0, event -> positions.add(event.position())))
                .isInstanceOfSatisfying(
                        UndecodableEventException.class,
                        undecodable -> assertThat(undecodable.position()).isEqualTo(620));
        assertThat(positions)
                .isEqualTo(IntStream.rangeClosed(1, 619).mapToObj(i -> (long) i).toList());
    }

    @Test
    void whatIsNotWhatItsLeafWasMadeOfIsNamedAndNotHandedOn() {
        append(700);
        fixture.database.execute("set session_replication_role = replica;"
                + " update log.event set leaf = (select leaf from log.event where position = 1) where position = 620");
        List<Long> positions = new ArrayList<>();

        assertThatThrownBy(() -> fixture.log.scan(0, event -> positions.add(event.position())))
                .isInstanceOfSatisfying(
                        UndecodableEventException.class,
                        undecodable -> assertThat(undecodable.isChanged()).isTrue())
                .hasMessageContaining("position 620")
                .hasMessageContaining("was changed after it was recorded")
                .hasMessageContaining("./ledger check");
        assertThat(positions).hasSize(619).last().isEqualTo(619L);
    }

    @Test
    void whoeverUsesItMayBreakOffAndTheConnectionCanBeUsedAgain() {
        append(3_000);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> fixture.log.scan(0, event -> {
                        if (event.position() == 700) {
                            throw new IllegalStateException("enough");
                        }
                    }))
                    .hasMessage("enough");
        }
        assertThat(fixture.log.head()).isEqualTo(3_000);
    }

    @Test
    void aServerThatGoesAwayIsAFailureThatSaysSo() {
        // More than any buffer between here and the server holds.
        for (int i = 0; i < 10; i++) {
            fixture.append(IntStream.range(0, 40)
                    .mapToObj(_ -> event("x".repeat(60_000)))
                    .toArray(TaggedEventMessage<?>[]::new));
        }
        assertThatThrownBy(() -> fixture.log.scan(0, event -> {
                    if (event.position() == 1) {
                        fixture.database.killConnections();
                    }
                }))
                .isInstanceOf(EventStoreException.class);
    }

    private void append(int count) {
        fixture.append(IntStream.range(0, count)
                .mapToObj(i -> event("text " + i, "n:" + i))
                .toArray(TaggedEventMessage<?>[]::new));
    }
}
