package org.nestledger.core.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.nestledger.core.log.merkle.LeafHash;

/** Records facts about the log itself. They have no tags: no decision depends on them. */
public final class LogEvents {

    private LogEvents() {}

    /**
     * Records a fact once: given again under the same id it is found.
     *
     * @param id names the fact
     * @param actor who made it so
     * @return its position
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException when the database does not answer
     */
    public static long record(
            PostgresEventLog log, String id, MessageType type, LogEvent event, String actor, Instant now) {
        return log.command(id)
                .map(CommandReceipt::lastPosition)
                .orElseGet(() -> append(log, id, type, event, actor, now));
    }

    private static String hash(String id) {
        return HexFormat.of().formatHex(LeafHash.of(id.getBytes(StandardCharsets.UTF_8)));
    }

    private static long append(
            PostgresEventLog log, String id, MessageType type, LogEvent event, String actor, Instant now) {
        Map<String, String> metadata = Map.of(
                "actor", actor,
                "commandId", id,
                "commandHash", hash(id),
                "correlationId", id,
                "causationId", id);
        var message = new GenericEventMessage(UUID.randomUUID().toString(), type, event, metadata, now);
        AppendItem item = log.prepare(
                AppendCondition.none(), List.of(), List.of(new GenericTaggedEventMessage<>(message, Set.of())));
        try {
            return log.append(item).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof DuplicateCommandException) {
                return log.command(id).orElseThrow().lastPosition();
            }
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
