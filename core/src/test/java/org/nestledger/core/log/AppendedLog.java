package org.nestledger.core.log;

import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.nestledger.core.log.audit.LogAudit;
import org.nestledger.core.log.publish.KeyDirectory;
import org.nestledger.core.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** A log to which tests outside of this package append events that mean nothing. */
public final class AppendedLog implements AutoCloseable {

    private final LogFixture fixture = new LogFixture();

    public TestDatabase database() {
        return fixture.database;
    }

    public PostgresEventLog log() {
        return fixture.log;
    }

    /** Appends so many events in one transaction; returns the position of the last. */
    public long append(int count) {
        return fixture.append(events(count));
    }

    /** Appends them through a log of its own, as another process would. */
    public long appendElsewhere(int count) {
        try (PostgresEventLog other = fixture.open(LogOptions.defaults())) {
            return LogFixture.get(
                    LogFixture.appending(new PostgresEventStorageEngine(other), AppendCondition.none(), events(count)));
        }
    }

    /** The records, in order. */
    public List<byte[]> records() {
        return fixture.select(byte[].class, "select record from log.event order by position");
    }

    public <T> List<T> select(Class<T> type, String sql) {
        return fixture.select(type, sql);
    }

    /** Changes the database behind the log's back, as an administrator with all rights can. */
    public void tamper(String sql) {
        fixture.database.execute("set session_replication_role = replica; " + sql);
    }

    /** The operator's check. */
    public LogCheck.Sound check() {
        return check((_, _) -> {});
    }

    /** The operator's check, watched. */
    public LogCheck.Sound check(LogAudit.Watch watch) {
        return new LogCheck(fixture.database.unpooled(), new TextCodec()).check(watch);
    }

    /** The operator's check, also against what the keys' directory says was published. */
    public LogCheck.Sound check(KeyDirectory keys) {
        return new LogCheck(fixture.database.unpooled(), new TextCodec(), keys::anchor).check((_, _) -> {});
    }

    /** The check of a release that knows no type of event. */
    public LogCheck.Sound checkKnowingNothing() {
        PayloadCodec nothing = new PayloadCodec() {
            @Override
            public byte[] encode(Object payload) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Object decode(String type, int version, JsonNode data) {
                throw new IllegalArgumentException("no such type");
            }
        };
        return new LogCheck(fixture.database.unpooled(), nothing).check((_, _) -> {});
    }

    /** Appends two events of one command. */
    public long appendOf(String commandId) {
        return fixture.append(LogFixture.ofCommand(commandId, "a", "n:1"), LogFixture.ofCommand(commandId, "a", "n:2"));
    }

    /** Forgets what the writer remembers, as a restart of the process does. */
    public void restart() {
        fixture.restart();
    }

    private static TaggedEventMessage<?>[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LogFixture.event("text " + i, "n:" + i))
                .toArray(TaggedEventMessage<?>[]::new);
    }

    @Override
    public void close() {
        fixture.close();
    }
}
