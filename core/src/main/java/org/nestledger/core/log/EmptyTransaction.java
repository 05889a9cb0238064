package org.nestledger.core.log;

import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** An append of no events: it leaves the caller where it was. */
record EmptyTransaction(ConsistencyMarker marker) implements AppendTransaction<ConsistencyMarker> {

    @Override
    public CompletableFuture<ConsistencyMarker> commit(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(marker);
    }

    @Override
    public void rollback(@Nullable ProcessingContext context) {}

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(
            ConsistencyMarker committed, @Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(committed);
    }
}
