package org.nestledger.api.database;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that needs somebody else's approval.
 *
 * @param id ascending; 0 before it is kept
 * @param command its name
 * @param body its JSON as the ledger writes it, without its id
 * @param zone in whose books it writes
 * @param actor who gives it
 * @param decidedBy who approved or withdrew it; absent while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proposal(
        long id,
        String commandId,
        String command,
        String body,
        String zone,
        String actor,
        Instant proposedAt,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** What became of it. */
    public enum State {
        WAITING,
        APPROVED,
        WITHDRAWN
    }

    /** One that nobody has decided on. */
    public static Proposal waiting(
            String commandId, String command, String body, String zone, String actor, Instant proposedAt) {
        return new Proposal(0, commandId, command, body, zone, actor, proposedAt, State.WAITING, null, null);
    }

    /** Whether the other asks for the same, whoever gives it. */
    public boolean isOf(Proposal other) {
        return command.equals(other.command) && body.equals(other.body);
    }
}
