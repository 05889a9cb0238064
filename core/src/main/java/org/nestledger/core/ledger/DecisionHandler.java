package org.nestledger.core.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.FutureUtils;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.History.Effort;

/** Handles every command: reads its boundary, decides, and appends what was accepted. */
final class DecisionHandler implements CommandHandler {

    /** The instant at which the command is decided, in microseconds since 1970; in the command's metadata only. */
    static final String NOW = "now";

    /** Who agreed besides the sender: of the command, and of what is recorded. */
    static final String APPROVED_BY = "approvedBy";

    /** In the command's metadata only, when an append of it has failed before. */
    static final String AGAIN = "again";

    private static final MessageType RESULT = new MessageType(Decision.class);

    private final History history;

    /** What a decision is about. */
    private record Given(LedgerCommand command, Instant now, boolean approved) {

        private static Given of(CommandMessage message) {
            return new Given(
                    (LedgerCommand) Objects.requireNonNull(message.payload()),
                    Instant.EPOCH.plus(Long.parseLong(message.metadata().get(NOW)), ChronoUnit.MICROS),
                    message.metadata().containsKey(APPROVED_BY));
        }
    }

    /** How {@link #NOW} is written: a number is read faster than a date, and the log keeps no more of it. */
    static String inMetadata(Instant now) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }

    DecisionHandler(History history) {
        this.history = history;
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        Given given = Given.of(message);
        boolean again = message.metadata().containsKey(AGAIN);
        Effort first = !history.remembers() ? Effort.READ : again ? Effort.REMEMBER : Effort.ASSUME;
        CompletableFuture<CommandResultMessage> result = quickly(given, context, first)
                .thenCompose(decision -> decision instanceof Rejection && first != Effort.READ
                        ? decision(given, context, Effort.READ)
                        : CompletableFuture.completedFuture(decision))
                .thenApply(decision -> {
                    switch (decision) {
                        case Accepted accepted -> append(accepted.events(), message, given.now(), context);
                        case Rejection _ -> {}
                    }
                    return new GenericCommandResultMessage(RESULT, decision);
                });
        return MessageStream.fromFuture(result);
    }

    /** What is only assumed may contradict what is known, so that no rule can cope with it: then all is read. */
    private CompletableFuture<Decision> quickly(Given given, ProcessingContext context, Effort effort) {
        CompletableFuture<Decision> decision = decision(given, context, effort);
        return effort != Effort.ASSUME
                ? decision
                : decision.exceptionallyCompose(failure -> FutureUtils.unwrap(failure) instanceof EventStoreException
                        ? CompletableFuture.failedFuture(failure)
                        : decision(given, context, Effort.READ));
    }

    /** An acceptance on less than all facts fails when it is appended; a refusal does not, so that it needs them all. */
    private CompletableFuture<Decision> decision(Given given, ProcessingContext context, Effort effort) {
        history.begin(context);
        return facts(given.command(), context, effort)
                .thenApply(
                        facts -> Decisions.decide(given.command(), facts, new Moment(given.now()), given.approved()));
    }

    /** The framework appends under the criteria of all readings, and the earliest of their markers. */
    private CompletableFuture<Facts> facts(LedgerCommand command, ProcessingContext context, Effort effort) {
        return history.facts(Decisions.boundary(command), context, effort)
                .thenCompose(first -> further(command, first, Boundary.none(), context, effort));
    }

    /** @param read what was read besides the first boundary, and is among the facts */
    private CompletableFuture<Facts> further(
            LedgerCommand command, Facts facts, Boundary read, ProcessingContext context, Effort effort) {
        Boundary further = Decisions.further(command, facts);
        return further.equals(read)
                ? CompletableFuture.completedFuture(facts)
                : history.facts(further, context, effort)
                        .thenCompose(more -> further(command, facts.merged(more), further, context, effort));
    }

    private static void append(
            List<LedgerEvent> events, CommandMessage message, Instant now, ProcessingContext context) {
        Map<String, String> metadata = new HashMap<>(message.metadata());
        metadata.remove(NOW);
        metadata.remove(AGAIN);
        EventAppender.forContext(context)
                .append(events.stream()
                        .map(event -> new GenericEventMessage(
                                UUID.randomUUID().toString(), AxonBridge.type(event), event, metadata, now))
                        .toList());
    }
}
