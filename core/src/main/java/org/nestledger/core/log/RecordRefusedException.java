package org.nestledger.core.log;

/** A record of a bulk load cannot stand in the log. It and what would be written with it is not; what came before it is. */
public final class RecordRefusedException extends RuntimeException {

    private final long number;
    private final String reason;

    RecordRefusedException(long number, String reason, Throwable cause) {
        super("record %d cannot be loaded: %s".formatted(number, reason), cause);
        this.number = number;
        this.reason = reason;
    }

    RecordRefusedException(long number, String reason) {
        super("record %d cannot be loaded: %s".formatted(number, reason));
        this.number = number;
        this.reason = reason;
    }

    /** Which record of the load it is, from 1. */
    public long number() {
        return number;
    }

    /** A clause that says why. */
    public String reason() {
        return reason;
    }
}
