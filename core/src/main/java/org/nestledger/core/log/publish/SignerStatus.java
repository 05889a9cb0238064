package org.nestledger.core.log.publish;

/** What the signer of this process does. */
public sealed interface SignerStatus {

    /** It was not started, or it has ended. */
    record Off() implements SignerStatus {}

    /** It makes sure that the database still holds what was published. */
    record Checking() implements SignerStatus {}

    /** It signs. */
    record Signing() implements SignerStatus {}

    /** Another process signs; this one publishes what it signed and is ready to take over. */
    record Following() implements SignerStatus {}

    /** The database or the key directory does not answer; it is tried again. */
    record Retrying(String reason) implements SignerStatus {}

    /** It will not sign any more: the sentence says why, and what to do. */
    record Refusing(String reason) implements SignerStatus {}
}
