package org.nestledger.core.ledger;

import java.util.Map;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Sender;

/**
 * A command with all that comes in beside it.
 *
 * @param commandId the same id with the same body is recorded once; at most 200 characters
 * @param metadata kept with the events beside actor and ids, such as {@code simulatedClock}
 */
public record Submission(String commandId, LedgerCommand command, Sender sender, Map<String, String> metadata) {

    public static final int MAX_ID_LENGTH = 200;

    public Submission {
        metadata = Map.copyOf(metadata);
    }

    public Submission(String commandId, LedgerCommand command, Sender sender) {
        this(commandId, command, sender, Map.of());
    }
}
