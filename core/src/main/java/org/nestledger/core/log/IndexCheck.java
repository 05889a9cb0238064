package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds the columns and tables that index the events against what the records say, event by event. */
final class IndexCheck implements AutoCloseable {

    private final Cursor tags;
    private final Cursor commands;
    private Instant recordedAt = Instant.MIN;
    private @Nullable String command;

    IndexCheck(Connection connection) throws SQLException {
        tags = new Cursor(connection, "select position, tag, type from log.event_tag order by position, tag");
        commands = new Cursor(
                connection,
                "select first_position, last_position, command_id, command_hash from log.command order by first_position");
    }

    void check(RecordedEvent event, String type) throws SQLException {
        if (!event.type().equals(type)) {
            throw LogCheck.damaged(event.position(), "the column type is not what the record says");
        }
        Instant expected = event.time().isAfter(recordedAt) ? event.time() : recordedAt;
        if (!event.recordedAt().equals(expected)) {
            throw LogCheck.damaged(
                    event.position(), "the column recorded_at does not follow from the times that the records say");
        }
        recordedAt = expected;
        checkTags(event);
        checkCommand(event);
    }

    private void checkTags(RecordedEvent event) throws SQLException {
        if (tags.hasRow() && tags.row().getLong(1) < event.position()) {
            throw LogCheck.damaged(tags.row().getLong(1), "the tag index has a tag that the record has not");
        }
        TreeSet<Long> expected = new TreeSet<>();
        event.tags().forEach(tag -> expected.add(TagHash.ofTag(tag)));
        int typeHash = TagHash.ofType(event.type());
        for (; tags.isAt(event.position()); tags.next()) {
            if (!expected.remove(tags.row().getLong(2))) {
                throw LogCheck.damaged(event.position(), "the tag index has a tag that the record has not");
            }
            if (tags.row().getInt(3) != typeHash) {
                throw LogCheck.damaged(event.position(), "the tag index has another type than the record");
            }
        }
        if (!expected.isEmpty()) {
            throw LogCheck.damaged(event.position(), "the tag index lacks a tag that the record has");
        }
    }

    private void checkCommand(RecordedEvent event) throws SQLException {
        String id = event.metadata().get("commandId");
        boolean begins = id != null && !id.equals(command);
        endCommand(event.position() - 1, id);
        if (begins) {
            String hash = event.metadata().getOrDefault("commandHash", "");
            if (!commands.isAt(event.position())
                    || !commands.row().getString(3).equals(id)
                    || !commands.row().getString(4).equals(hash)) {
                throw LogCheck.damaged(event.position(), "the table of commands is not what the record says");
            }
        }
        command = id;
    }

    /** Ends the command whose last event was at the position, unless it goes on. */
    private void endCommand(long last, @Nullable String next) throws SQLException {
        if (command != null && !Objects.equals(command, next)) {
            if (commands.row().getLong(2) != last) {
                throw LogCheck.damaged(last, "the table of commands is not what the record says");
            }
            commands.next();
        }
    }

    /** All events were given. */
    void end(long position) throws SQLException {
        endCommand(position, null);
        if (tags.hasRow()) {
            throw LogCheck.damaged(tags.row().getLong(1), "the tag index has a tag, but there is no event");
        }
        if (commands.hasRow()) {
            throw LogCheck.damaged(commands.row().getLong(1), "the table of commands has one that no record says");
        }
    }

    @Override
    public void close() throws SQLException {
        tags.close();
        commands.close();
    }
}
