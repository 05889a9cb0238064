package org.nestledger.core.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The event log on PostgreSQL, with one writing thread. Any number of processes may open a log on one database, whose
 * schema {@link LogSchema#migrate} made. It keeps up to three connections of the data source as long as it is open (to
 * append, to wait for the disk, to listen), and takes more for single reads.
 */
public final class PostgresEventLog implements EventLog, AutoCloseable {

    private final Clock clock;
    private final LogOptions options;
    private final LogReader reader;
    private final LogReader stored;
    private final TailPages pages;
    private final Preparation preparation;
    private final Recent recent;
    private final Durable durable;
    private final Wakeups wakeups = new Wakeups();
    private final HeadListener listener;
    private final Writer writer;

    /** Opens a log whose writer nobody measures. */
    public PostgresEventLog(DataSource dataSource, PayloadCodec codec, Clock clock, LogOptions options) {
        this(dataSource, codec, clock, options, LogMeter.none());
    }

    public PostgresEventLog(
            DataSource dataSource, PayloadCodec codec, Clock clock, LogOptions options, LogMeter meter) {
        Records records = new Records(codec);
        this.clock = clock;
        this.options = options;
        this.recent = new Recent(options.recentEvents());
        this.durable = new Durable();
        this.reader = new LogReader(dataSource, records, durable);
        this.stored = new LogReader(dataSource, new Records(new Envelopes()), durable);
        this.pages = new TailPages(reader);
        this.preparation = new Preparation(records);
        this.listener = new HeadListener(dataSource, options, durable, wakeups::signal);
        Answers answers = new Answers(recent, durable, meter, wakeups::signal);
        Flusher flusher = new Flusher(new FlushConnection(dataSource, options), answers);
        AppendSession session = new AppendSession(dataSource, recent, reader, options, durable);
        this.writer = new Writer(options, new BatchWriter(session, flusher, answers, options, meter), flusher, answers);
        wakeups.start();
        listener.start();
        writer.start();
    }

    @Override
    public boolean wentBack() {
        return durable.isLost();
    }

    @Override
    public long head() {
        return reader.head();
    }

    @Override
    public List<RecordedEvent> read(long after, int limit) {
        return reader.read(after, limit);
    }

    @Override
    public long scan(long after, Consumer<RecordedEvent> use) {
        return reader.scan(after, use);
    }

    @Override
    public Optional<RecordedEvent> at(long position) {
        return position < 1 ? Optional.empty() : read(position - 1, 1).stream().findFirst();
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        return positions.isEmpty() ? List.of() : reader.at(positions);
    }

    @Override
    public Optional<JsonNode> dataAt(long position) {
        return position < 1
                ? Optional.empty()
                : stored.read(position - 1, 1).stream().findFirst().map(Envelopes::data);
    }

    @Override
    public long positionAt(Instant instant) {
        return reader.positionAt(instant);
    }

    @Override
    public Optional<SignedTree> checkpoint(long position, long last) {
        return reader.checkpoint(position, last);
    }

    @Override
    public long signed(long last) {
        return reader.signed(last);
    }

    @Override
    public Optional<CommandReceipt> command(String commandId) {
        return recent.commands().find(commandId).or(() -> reader.command(commandId));
    }

    @Override
    public AutoCloseable onAppend(Runnable wake) {
        return wakeups.register(wake);
    }

    /** Prepares an append on the caller's thread; fails with IllegalArgumentException when it cannot be written. */
    AppendItem prepare(AppendCondition condition, List<Precondition> further, List<TaggedEventMessage<?>> events) {
        return preparation.item(condition, further, events);
    }

    /** Hands an append to the writer. The result is the position of its last event. */
    CompletableFuture<Long> append(AppendItem item) {
        Instant limit = clock.instant().plus(options.timeAhead());
        for (PreparedEvent event : item.events) {
            if (event.event.time().isAfter(limit)) {
                item.written.completeExceptionally(tooEarly(event, options.timeAhead()));
                return item.written;
            }
        }
        writer.submit(item);
        return item.written;
    }

    /** How many appends wait for the writer now. */
    public int waiting() {
        return writer.waiting();
    }

    /**
     * The matching events after a position as far as this process remembers: what it appended itself is there, what
     * others did may not be yet. Null when it does not remember that far back.
     */
    public @Nullable Reading remembered(Criteria criteria, long after) {
        return recent.events().since(criteria, after);
    }

    /** The matching events after a position, as the log is now. */
    public Reading read(EventCriteria criteria, long after) {
        return reader.source(new Criteria(criteria), after);
    }

    @Override
    public Optional<CommandReceipt> justExecuted(String commandId) {
        return recent.commands().find(commandId);
    }

    LogReader reader() {
        return reader;
    }

    TailPages pages() {
        return pages;
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        writer.close();
        listener.close();
        wakeups.close();
    }

    private static EventStoreException tooEarly(PreparedEvent event, Duration ahead) {
        return new EventStoreException("the time %s of an event of type %s is more than %d s ahead of the log's clock"
                .formatted(event.event.time(), event.event.type(), ahead.toSeconds()));
    }
}
