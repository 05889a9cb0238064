package org.nestledger.core.ledger;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;

/** Reads every boundary from the framework's event store, whatever engine is below it. */
final class SourcedHistory implements History {

    private final LongFunction<Optional<Fact>> entries;

    /** @param entries the event at a position of the log, and how it is stored there */
    SourcedHistory(LongFunction<Optional<Fact>> entries) {
        this.entries = entries;
    }

    @Override
    public CompletableFuture<Facts> facts(Boundary boundary, ProcessingContext context, Effort effort) {
        return context.component(EventStore.class)
                .transaction(context)
                .source(SourcingCondition.conditionFor(AxonBridge.criteria(boundary)))
                .reduce(new ArrayList<Fact>(), (facts, entry) -> {
                    facts.add(fact(entry));
                    return facts;
                })
                .thenApply(facts -> Facts.of(facts).merged(named(boundary, entries)));
    }

    @Override
    public boolean remembers() {
        return false;
    }

    /** The events that a boundary names by position. */
    static Facts named(Boundary boundary, LongFunction<Optional<Fact>> entries) {
        return Facts.of(boundary.entries().stream()
                .flatMap(position -> entries.apply(position).stream())
                .toList());
    }

    private static Fact fact(MessageStream.Entry<? extends EventMessage> entry) {
        long position = TrackingToken.fromContext(entry)
                .orElseThrow(() -> new IllegalStateException("the log gave an event without its position"))
                .position()
                .orElseThrow();
        return Decisions.fact(
                position, (LedgerEvent) Objects.requireNonNull(entry.message().payload()));
    }
}
