package org.nestledger.query.projection;

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
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
