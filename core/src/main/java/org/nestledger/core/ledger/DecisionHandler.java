package org.nestledger.core.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.Rejection;

/** Handles every command: sources its boundary once, decides, and appends what was accepted. */
final class DecisionHandler implements CommandHandler {

    /** The instant at which the command is decided, in the command's metadata only. */
    static final String NOW = "now";

    private static final MessageType RESULT = new MessageType(Decision.class);

    private final LongFunction<Optional<LedgerEvent>> entries;

    /** @param entries the event at a position of the log */
    DecisionHandler(LongFunction<Optional<LedgerEvent>> entries) {
        this.entries = entries;
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        LedgerCommand command = (LedgerCommand) Objects.requireNonNull(message.payload());
        Instant now = Instant.parse(Objects.requireNonNull(message.metadata().get(NOW)));
        CompletableFuture<CommandResultMessage> result = facts(command, context)
                .thenApply(facts -> Decisions.decide(command, facts, new Moment(now)))
                .thenApply(decision -> {
                    switch (decision) {
                        case Accepted accepted -> append(accepted.events(), message, now, context);
                        case Rejection _ -> {}
                    }
                    return new GenericCommandResultMessage(RESULT, decision);
                });
        return MessageStream.fromFuture(result);
    }

    /** The framework appends under the criteria of both readings, and the earlier of their markers. */
    private CompletableFuture<Facts> facts(LedgerCommand command, ProcessingContext context) {
        return facts(Decisions.boundary(command), context).thenCompose(first -> {
            Boundary further = Decisions.further(command, first);
            return further.isEmpty()
                    ? CompletableFuture.completedFuture(first)
                    : facts(further, context).thenApply(first::merged);
        });
    }

    private CompletableFuture<Facts> facts(Boundary boundary, ProcessingContext context) {
        Facts named = Facts.of(boundary.entries().stream()
                .flatMap(position -> entries.apply(position).stream().map(event -> Decisions.fact(position, event)))
                .toList());
        return context.component(EventStore.class)
                .transaction(context)
                .source(SourcingCondition.conditionFor(AxonBridge.criteria(boundary)))
                .reduce(new ArrayList<Fact>(), (facts, entry) -> {
                    facts.add(fact(entry));
                    return facts;
                })
                .thenApply(facts -> Facts.of(facts).merged(named));
    }

    private static Fact fact(MessageStream.Entry<? extends EventMessage> entry) {
        long position = TrackingToken.fromContext(entry)
                .orElseThrow(() -> new IllegalStateException("the log gave an event without its position"))
                .position()
                .orElseThrow();
        return Decisions.fact(
                position, (LedgerEvent) Objects.requireNonNull(entry.message().payload()));
    }

    private static void append(
            List<LedgerEvent> events, CommandMessage message, Instant now, ProcessingContext context) {
        Map<String, String> metadata = new HashMap<>(message.metadata());
        metadata.remove(NOW);
        EventAppender.forContext(context)
                .append(events.stream()
                        .map(event -> new GenericEventMessage(
                                UUID.randomUUID().toString(), AxonBridge.type(event), event, metadata, now))
                        .toList());
    }
}
