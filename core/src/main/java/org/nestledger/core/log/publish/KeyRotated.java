package org.nestledger.core.log.publish;

import java.util.List;
import org.axonframework.messaging.core.MessageType;
import org.nestledger.core.log.LogEvent;

/**
 * The log's key was replaced. It is part of the log, so that whoever reads the log knows the new key from a record that the
 * old one has signed.
 *
 * @param oldKey the verifier key that was replaced
 * @param newKey the verifier key that signs from now on
 * @param overlapUntil until when both sign, in UTC; the moment of the change when there is no overlap
 * @param compromised whether the old key may be in wrong hands
 * @param lastTrusted the last checkpoint before the change, as lines of its text; what the old key signs after it is
 *     not to be trusted when it was compromised
 */
public record KeyRotated(
        String oldKey, String newKey, String overlapUntil, boolean compromised, List<String> lastTrusted)
        implements LogEvent {

    /** How it is stored. */
    public static final MessageType TYPE = new MessageType("log.KeyRotated", "1");

    public KeyRotated {
        lastTrusted = List.copyOf(lastTrusted);
    }
}
