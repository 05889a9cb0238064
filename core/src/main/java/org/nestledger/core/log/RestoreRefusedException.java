package org.nestledger.core.log;

/** The log that is to be restored holds events of its own. Nothing was written. */
public final class RestoreRefusedException extends RuntimeException {

    private final long events;

    RestoreRefusedException(long events) {
        super("the log holds %d events that are not the first ones of the files".formatted(events));
        this.events = events;
    }

    /** How many events it holds. */
    public long events() {
        return events;
    }
}
