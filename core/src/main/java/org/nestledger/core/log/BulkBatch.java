package org.nestledger.core.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a bulk load that are written in one transaction. A command's events are never in two. */
final class BulkBatch {

    /**
     * The events of one command, which follow each other.
     *
     * @param first index of its first event in the batch, from 0
     * @param last index of its last event
     */
    record Command(String id, String hash, int first, int last) {}

    /** The number of its first event in the whole load, from 1. */
    final long firstNumber;

    final List<PreparedEvent> events = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    private @Nullable String lastCommand;
    private long bytes;

    BulkBatch(long firstNumber) {
        this.firstNumber = firstNumber;
    }

    /** Adds an event with the id and hash of its command, if it has one. */
    void add(PreparedEvent event, @Nullable String commandId, String commandHash) {
        int index = events.size();
        events.add(event);
        bytes += event.record.length;
        if (commandId != null) {
            if (commandId.equals(lastCommand)) {
                Command begun = commands.removeLast();
                commands.add(new Command(commandId, begun.hash, begun.first, index));
            } else {
                commands.add(new Command(commandId, commandHash, index, index));
            }
        }
        lastCommand = commandId;
    }

    /** The number that the next event has in the whole load. */
    long nextNumber() {
        return firstNumber + events.size();
    }

    /** Whether an event with this command's id goes on with what the last event began. */
    boolean goesOn(@Nullable String commandId) {
        return commandId != null && commandId.equals(lastCommand);
    }

    /** Bytes of all records. */
    long bytes() {
        return bytes;
    }
}
