package org.nestledger.core.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.GenericMessage;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.log.CommandReceipt;
import org.nestledger.core.log.DuplicateCommandException;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.LogBusyException;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;
import org.nestledger.core.log.RecordedEvent;

/** The ledger on the framework's command gateway and an event storage engine. */
public final class AxonLedger implements Ledger {

    private static final int ATTEMPTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long BACK_OFF_NANOS = 500_000;

    private final AxonConfiguration axon;
    private final CommandGateway gateway;
    private final EventStorageEngine engine;
    private final EventLog log;
    private final Clock clock;
    private final boolean dry;
    private final Duration patience;
    private final Map<String, String> proposed = new ConcurrentHashMap<>();

    /** @param patience how long a command that meets conflicts is decided again */
    AxonLedger(EventStorageEngine engine, EventLog log, History history, Clock clock, boolean dry, Duration patience) {
        this.engine = engine;
        this.patience = patience;
        this.log = log;
        this.clock = clock;
        this.dry = dry;
        this.axon = configurer(history).registerEventStorageEngine(_ -> engine).build();
        axon.start();
        this.gateway = axon.getComponent(CommandGateway.class);
    }

    /** A ledger on this log. Closing it leaves the log open. */
    public static AxonLedger open(PostgresEventLog log, Clock clock) {
        return new AxonLedger(
                new PostgresEventStorageEngine(log),
                log,
                new RememberedHistory(log, entries(log)),
                clock,
                false,
                PATIENCE);
    }

    /** All but the engine; without one the framework keeps events in memory. */
    static EventSourcingConfigurer configurer(History history) {
        // the framework's update check is a call to the outside that a ledger must not make
        System.setProperty("axoniq.update-checker.disabled", "true");
        DecisionHandler handler = new DecisionHandler(history);
        return EventSourcingConfigurer.create()
                .registerTagResolver(_ -> AxonBridge::tags)
                .registerCommandHandlingModule(CommandHandlingModule.named("ledger")
                        .commandHandlers(commands -> CommandTypes.byName()
                                .values()
                                .forEach(type -> commands.commandHandler(
                                        AxonBridge.type(type).qualifiedName(), handler))));
    }

    private static LongFunction<Optional<Fact>> entries(EventLog log) {
        return position -> log.at(position)
                .filter(entry -> entry.payload() instanceof LedgerEvent)
                .map(entry -> fact(entry, log));
    }

    private static Fact fact(RecordedEvent entry, EventLog log) {
        Fact fact = Decisions.fact(entry.position(), (LedgerEvent) entry.payload());
        return entry.version() == entry.payloadVersion()
                ? fact
                : log.dataAt(entry.position())
                        .map(data -> fact.storedAs(entry.version(), data))
                        .orElseThrow();
    }

    @Override
    public Outcome submit(Submission submission) {
        String hash = CommandHash.of(submission.command());
        try {
            Rejection notPermitted = Permission.refusal(submission, log);
            if (notPermitted != null) {
                return new Outcome.Refused(notPermitted);
            }
            // Whether it was executed long ago is found out when it is appended or refused, so that a new one needs no
            // read.
            Optional<Outcome> before = before(justExecuted(submission.commandId()), submission, hash);
            return before.isPresent() ? before.get() : decide(submission, hash);
        } catch (LogBusyException busy) {
            throw new LedgerUnavailableException(String.valueOf(busy.getMessage()), true, busy);
        } catch (EventStoreException unreachable) {
            throw new LedgerUnavailableException(String.valueOf(unreachable.getMessage()), false, unreachable);
        }
    }

    private Optional<Outcome> before(Submission submission, String hash) {
        return before(receipt(submission.commandId()), submission, hash);
    }

    private Optional<Outcome> before(Optional<CommandReceipt> receipt, Submission submission, String hash) {
        if (receipt.isEmpty()) {
            return Optional.empty();
        }
        if (receipt.get().commandHash().equals(hash)) {
            return Optional.of(new Outcome.Recorded(
                    receipt.get().firstPosition(), receipt.get().lastPosition(), true));
        }
        return submission.command().explainsReuse() ? Optional.empty() : Optional.of(reused(submission));
    }

    private Optional<CommandReceipt> justExecuted(String commandId) {
        return dry ? receipt(commandId) : log.justExecuted(commandId);
    }

    private Optional<CommandReceipt> receipt(String commandId) {
        String hash = proposed.get(commandId);
        return hash == null ? log.command(commandId) : Optional.of(new CommandReceipt(commandId, hash, 0, 0));
    }

    private static Outcome reused(Submission submission) {
        return new Outcome.Refused(Rejection.of(
                        RefusalCode.COMMAND_ID_REUSED,
                        "The command id was used before with another body.",
                        "Choose a new id for a new command.")
                .with("commandId", submission.commandId()));
    }

    private Outcome decide(Submission submission, String hash) {
        long begun = System.nanoTime();
        int attempt = 0;
        for (; attempt < ATTEMPTS && System.nanoTime() - begun < patience.toNanos(); attempt++) {
            try {
                return outcome(send(submission, hash, attempt > 0), submission, hash);
            } catch (AppendEventsTransactionRejectedException changed) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(BACK_OFF_NANOS) * (attempt + 1));
            } catch (DuplicateCommandException twin) {
                Optional<Outcome> known = before(submission, hash);
                if (known.isPresent()) {
                    return known.get();
                }
                // the decision on what the twin recorded tells in what the two differ
            }
        }
        throw new LedgerUnavailableException(
                "others keep changing what this command decides on; give it again",
                true,
                new IllegalStateException(attempt + " attempts met a conflict"));
    }

    private Decision send(Submission submission, String hash, boolean again) {
        LedgerCommand command = submission.command();
        Map<String, String> metadata = new HashMap<>(submission.metadata());
        metadata.put("actor", submission.sender().actor());
        String approvedBy = submission.sender().approvedBy();
        if (approvedBy != null && submission.sender().isApproved()) {
            metadata.put(DecisionHandler.APPROVED_BY, approvedBy);
        }
        metadata.put("commandId", submission.commandId());
        metadata.put("commandHash", hash);
        metadata.put(DecisionHandler.NOW, DecisionHandler.inMetadata(clock.instant()));
        if (again) {
            metadata.put(DecisionHandler.AGAIN, "true");
        }
        return Objects.requireNonNull(gateway.sendAndWait(
                new GenericCommandMessage(new GenericMessage(
                        submission.commandId(), AxonBridge.type(command.getClass()), command, metadata)),
                Decision.class));
    }

    /** Before a refusal is answered, the same command may have been recorded by somebody else. */
    private Outcome outcome(Decision decision, Submission submission, String hash) {
        return switch (decision) {
            case Rejection refused -> before(submission, hash).orElseGet(() -> new Outcome.Refused(refused));
            case Accepted accepted
            when dry -> {
                proposed.put(submission.commandId(), hash);
                yield new Outcome.Proposed(accepted.events());
            }
            case Accepted _ -> {
                CommandReceipt receipt = log.command(submission.commandId())
                        .orElseThrow(() -> new IllegalStateException(
                                "the log does not know the command " + submission.commandId() + " that it recorded"));
                yield new Outcome.Recorded(receipt.firstPosition(), receipt.lastPosition(), false);
            }
        };
    }

    @Override
    public Ledger dryRun() {
        return new AxonLedger(new OverlayEngine(engine), log, new SourcedHistory(entries(log)), clock, true, PATIENCE);
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
