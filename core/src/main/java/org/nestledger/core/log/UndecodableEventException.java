package org.nestledger.core.log;

/** An event that stands in the log cannot be decoded. A reader stops at it and never goes past. */
public final class UndecodableEventException extends RuntimeException {

    private final long position;
    private final String eventId;
    private final String type;

    UndecodableEventException(long position, String eventId, String type, Throwable cause) {
        super(
                "the event at position %d (id %s, type %s) cannot be decoded: %s"
                        .formatted(position, eventId, type, cause.getMessage()),
                cause);
        this.position = position;
        this.eventId = eventId;
        this.type = type;
    }

    /** The record at a position is not the one that its leaf in the tree was made of. */
    static UndecodableEventException changed(long position, String eventId, String type) {
        return new UndecodableEventException(position, eventId, type, new ChangedRecordException());
    }

    public long position() {
        return position;
    }

    /** The event's id, "?" when the record is too broken to tell. */
    public String eventId() {
        return eventId;
    }

    public String type() {
        return type;
    }

    /** Whether it was changed in the database, so that no release can read it. */
    public boolean isChanged() {
        return getCause() instanceof ChangedRecordException;
    }

    /** Why it is not looked at what the record says now. */
    private static final class ChangedRecordException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        ChangedRecordException() {
            super(
                    "its record was changed after it was recorded, for its leaf is another one's: ./ledger check says what"
                            + " else was, and a backup has what it was");
        }
    }
}
