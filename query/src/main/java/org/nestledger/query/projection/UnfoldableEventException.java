package org.nestledger.query.projection;

import org.springframework.core.NestedRuntimeException;

/** One event of the log cannot be folded into the read models. */
final class UnfoldableEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long position;
    private final String eventId;

    UnfoldableEventException(long position, String eventId, Throwable cause) {
        super(reason(cause), cause);
        this.position = position;
        this.eventId = eventId;
    }

    long position() {
        return position;
    }

    String eventId() {
        return eventId;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    private static String reason(Throwable cause) {
        // What the framework says of a statement is the whole statement.
        String message = cause instanceof NestedRuntimeException nested
                ? nested.getMostSpecificCause().getMessage()
                : cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
