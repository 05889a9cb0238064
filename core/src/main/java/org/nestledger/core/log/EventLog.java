package org.nestledger.core.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The log's reading side and its memory of commands. Every method may throw EventStoreException when the database fails. */
public interface EventLog {

    /** The highest position, 0 when the log is empty. Every position up to it exists and can be read. */
    long head();

    /**
     * The events after a position, ascending and without gaps.
     *
     * @param after position of the last event already seen, 0 for none
     * @param limit how many events at most, 1 or more
     * @throws UndecodableEventException when one of them cannot be decoded; it names the position, so the events before
     *     it can still be read with a smaller limit
     */
    List<RecordedEvent> read(long after, int limit);

    /**
     * Whether the database was found without events that were on disk, as after a backup was restored. Then nothing is
     * appended any more, and what is read may be of another history.
     */
    boolean wentBack();

    /**
     * Hands on the events after a position, ascending and without gaps, up to the head at the beginning: the fastest way
     * through a long log. Those before an undecodable one are handed on before it is reported.
     *
     * @param use is called on this thread and must not be slow for long, for a connection is kept meanwhile
     * @return the position of the last event, or the given one when there is none
     * @throws UndecodableEventException when one of them cannot be decoded
     */
    long scan(long after, Consumer<RecordedEvent> use);

    /** The event at a position, if the log reaches that far. */
    Optional<RecordedEvent> at(long position);

    /**
     * The events at some positions, ascending, as far as the log reaches: in one go, so that thousands are enough at once.
     *
     * @throws UndecodableEventException when one of them cannot be decoded
     */
    List<RecordedEvent> at(Collection<Long> positions);

    /** The data of the event at a position as it is stored, before any upcaster, if the log reaches that far. */
    Optional<JsonNode> dataAt(long position);

    /** The highest position recorded at or before an instant, 0 when there is none. */
    long positionAt(Instant instant);

    /**
     * The first signed checkpoint that covers a position, and nothing beyond another one, if there is one yet.
     *
     * @param position that it covers
     * @param last the largest size that it may have
     */
    Optional<SignedTree> checkpoint(long position, long last);

    /** The size of the largest signed checkpoint that covers nothing beyond a position, 0 when there is none. */
    long signed(long last);

    /** Where the events of a command are, if it was executed. */
    Optional<CommandReceipt> command(String commandId);

    /** The same when this process executed it not long ago; without a read. */
    Optional<CommandReceipt> justExecuted(String commandId);

    /**
     * Calls back soon after events were appended, by this process or another one; several appends may share one call.
     * The callback must be quick. Closing the result ends the calls.
     */
    AutoCloseable onAppend(Runnable wake);
}
