package org.nestledger.core.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** A prepared append. Nothing happens before its commit, which may fail for all the reasons an append can. */
final class LogTransaction implements AppendTransaction<Long> {

    private final PostgresEventLog log;
    private final AppendItem item;
    private final AtomicBoolean finished = new AtomicBoolean();

    LogTransaction(PostgresEventLog log, AppendItem item) {
        this.log = log;
        this.item = item;
    }

    @Override
    public CompletableFuture<Long> commit(@Nullable ProcessingContext context) {
        if (finished.getAndSet(true)) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("this append was already committed or rolled back"));
        }
        return log.append(item);
    }

    @Override
    public void rollback(@Nullable ProcessingContext context) {
        finished.set(true);
    }

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(Long position, @Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(position));
    }
}
