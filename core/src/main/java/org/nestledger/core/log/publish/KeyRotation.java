package org.nestledger.core.log.publish;

import java.time.Instant;
import org.nestledger.core.log.checkpoint.VerifierKey;

/**
 * A change of the log's key.
 *
 * @param from the key that is replaced
 * @param to the key that takes its place
 * @param until when the old key signs for the last time; both sign until then
 * @param compromised whether the old key may be in wrong hands, so that it signs nothing more
 * @param recorded whether the change stands in the log
 */
public record KeyRotation(VerifierKey from, VerifierKey to, Instant until, boolean compromised, boolean recorded) {

    /** Names the change, in the log too. */
    public String id() {
        return "log.KeyRotated/" + to + (compromised ? "/compromised" : "");
    }

    KeyRotation compromisedAt(Instant now) {
        return new KeyRotation(from, to, now, true, false);
    }

    KeyRotation asRecorded() {
        return new KeyRotation(from, to, until, compromised, true);
    }
}
