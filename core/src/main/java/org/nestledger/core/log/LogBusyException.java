package org.nestledger.core.log;

/** The queue of appends is full. Nothing was written; the same append may be sent again after a moment. */
public final class LogBusyException extends RuntimeException {

    LogBusyException(int waiting) {
        super("the event log is busy: %d appends are waiting; nothing was written, retry after a second"
                .formatted(waiting));
    }
}
