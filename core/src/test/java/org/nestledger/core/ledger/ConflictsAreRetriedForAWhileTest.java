package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.DeciderSpec;

/** A command that meets one conflict after the other is decided again, but neither too often nor for too long. */
class ConflictsAreRetriedForAWhileTest {

    private static final Submission COMMAND = new Submission(
            "c",
            CommandLine.parse("DesignateZone zone=province kind=PROVINCE on=2010-01-01"),
            new Sender("world", Role.all()));

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void quickConflictsAreCounted() {
        assertThatThrownBy(() -> submit(0, Duration.ofMinutes(1)))
                .isInstanceOfSatisfying(
                        LedgerUnavailableException.class,
                        busy -> assertThat(busy.busy()).isTrue())
                .hasMessageContaining("others keep changing");
        assertThat(attempts).hasValue(100);
    }

    @Test
    void slowConflictsAreTimed() {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> submit(100, Duration.ofMillis(350)))
                .isInstanceOfSatisfying(
                        LedgerUnavailableException.class,
                        busy -> assertThat(busy.busy()).isTrue());
        assertThat(attempts.get()).isBetween(1, 4);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    private Outcome submit(int millis, Duration patience) {
        Clock clock = Clock.fixed(DeciderSpec.NOW, ZoneOffset.UTC);
        try (AxonLedger ledger = new AxonLedger(
                conflicting(millis), emptyLog(), new SourcedHistory(_ -> Optional.empty()), clock, false, patience)) {
            return ledger.submit(COMMAND);
        }
    }

    /** Nothing can ever be appended to it, and it takes its time to say so. */
    private EventStorageEngine conflicting(int millis) {
        return new InMemoryEventStorageEngine() {
            @Override
            public CompletableFuture<AppendTransaction<?>> appendEvents(
                    AppendCondition condition, ProcessingContext context, List<TaggedEventMessage<?>> events) {
                attempts.incrementAndGet();
                LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
                return CompletableFuture.failedFuture(
                        AppendEventsTransactionRejectedException.conflictingEventsDetected(
                                condition.consistencyMarker()));
            }
        };
    }

    private static EventLog emptyLog() {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(),
                new Class<?>[] {EventLog.class},
                (_, method, _) -> method.getReturnType() == Optional.class ? Optional.empty() : 0L);
    }
}
