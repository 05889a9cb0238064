package org.nestledger.bench.rebuild;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;
import org.axonframework.messaging.eventhandling.configuration.EventProcessorModule;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStoreConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.PostgresTokenTableFactory;
import org.axonframework.messaging.eventhandling.sequencing.SequentialPolicy;
import org.nestledger.bench.Sample;
import org.nestledger.bench.log.ZoneBooks;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The same read models as the framework usually folds them: a pooled streaming processor with batches of 100, its token and the
 * rows in one transaction, each event handled on its own and each row written by a statement.
 */
final class FrameworkProcessor {

    private static final int BATCH = 100;
    private static final String NAME = "read-models";
    private static final long PATIENCE_MINUTES = 30;

    private final DataSource dataSource;
    private final PostgresEventLog log;
    private final long warmUp;
    private final long upTo;
    private final List<ReadModel> models = ReadModels.all();
    private final RowByRow rows;
    private final CountDownLatch reached = new CountDownLatch(1);
    private volatile long begun;
    private volatile long ended;

    /** @param upTo the last event that counts; those up to {@code warmUp} are handled before the time begins */
    FrameworkProcessor(DataSource dataSource, PostgresEventLog log, long warmUp, long upTo) {
        this.dataSource = dataSource;
        this.log = log;
        this.warmUp = warmUp;
        this.upTo = upTo;
        this.rows = new RowByRow(new JdbcTemplate(dataSource));
    }

    /** Handles the events; the read models must be empty. */
    Sample run() throws InterruptedException {
        new JdbcTemplate(dataSource).execute("drop table if exists tokenentry");
        AxonConfiguration axon = configured();
        axon.start();
        try {
            if (!reached.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the framework has not handled " + upTo + " events");
            }
        } finally {
            axon.shutdown();
        }
        return Sample.ofWhole(upTo - warmUp, ended - begun);
    }

    private AxonConfiguration configured() {
        DataSource joined = new TransactionAwareDataSourceProxy(dataSource);
        JdbcTokenStore tokens =
                new JdbcTokenStore(joined::getConnection, new JacksonConverter(), JdbcTokenStoreConfiguration.DEFAULT);
        tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        SimpleEventHandlingComponent handler = new SimpleEventHandlingComponent(SequentialPolicy.INSTANCE);
        EventTypes.byName().keySet().forEach(type -> handler.subscribe(new QualifiedName(type), this::handle));
        EventSourcingConfigurer configurer = EventSourcingConfigurer.create()
                .registerEventStorageEngine(_ -> new PostgresEventStorageEngine(log))
                .componentRegistry(registry -> registry.registerComponent(TokenStore.class, _ -> tokens)
                        .registerComponent(
                                TransactionManager.class,
                                _ -> new Transactions(new DataSourceTransactionManager(dataSource))));
        configurer.messaging(messaging -> messaging.eventProcessing(processing ->
                processing.pooledStreaming(streaming -> streaming.processor(EventProcessorModule.pooledStreaming(NAME)
                        .eventHandlingComponents(components -> components.declarative(_ -> handler))
                        .customized((_, options) -> options.batchSize(BATCH).initialSegmentCount(1))))));
        return configurer.build();
    }

    private MessageStream.Empty<Message> handle(EventMessage message, ProcessingContext context) {
        // The token that a handler is given is that of its batch.
        RecordedEvent event = recorded(message, ZoneBooks.index(message.identifier()) + 1);
        models.forEach(model -> model.apply(List.of(event), rows));
        if (event.position() == warmUp) {
            begun = System.nanoTime();
        } else if (event.position() == upTo) {
            ended = System.nanoTime();
            reached.countDown();
        }
        return MessageStream.empty();
    }

    private static RecordedEvent recorded(EventMessage message, long position) {
        int version = Integer.parseInt(message.type().version());
        return new RecordedEvent(
                position,
                message.timestamp(),
                message.identifier(),
                message.type().name(),
                version,
                message.timestamp(),
                List.of(),
                message.metadata(),
                Objects.requireNonNull(message.payload()),
                version,
                0);
    }

    /** The framework's transactions are Spring's. */
    private record Transactions(PlatformTransactionManager manager) implements TransactionManager {

        @Override
        public Transaction startTransaction() {
            TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    if (!status.isCompleted()) {
                        manager.commit(status);
                    }
                }

                @Override
                public void rollback() {
                    if (!status.isCompleted()) {
                        manager.rollback(status);
                    }
                }
            };
        }

        @Override
        public boolean requiresSameThreadInvocations() {
            return true;
        }
    }
}
