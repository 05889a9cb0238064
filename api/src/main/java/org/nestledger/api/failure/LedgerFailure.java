package org.nestledger.api.failure;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.UndecodableEventException;
import org.nestledger.query.projection.ProjectionStoppedException;

/** What keeps the program from doing what it was asked: one sentence for the person who asked, without secrets. */
public final class LedgerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerFailure(String sentence) {
        this(sentence, null);
    }

    public LedgerFailure(String sentence, @Nullable Throwable cause) {
        super(sentence.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse(""), cause);
    }

    /** That an event is of a release that this one does not know. */
    public static LedgerFailure of(UndecodableEventException unknown) {
        if (unknown.isChanged()) {
            return new LedgerFailure("Stopped: " + unknown.getMessage() + ".", unknown);
        }
        return new LedgerFailure(
                "The event at position " + unknown.position() + " (" + unknown.type() + ", id " + unknown.eventId()
                        + ") cannot be read: use a release that knows it; ./ledger check lists all such events.",
                unknown);
    }

    /** That the read models end at such an event. */
    public static LedgerFailure of(ProjectionStoppedException stopped) {
        if (stopped.getCause() instanceof UndecodableEventException event && event.isChanged()) {
            return of(event);
        }
        boolean unknown = stopped.getCause() == null || stopped.getCause() instanceof UndecodableEventException;
        return new LedgerFailure(
                "The read models end before position " + stopped.status().failedAt() + ", whose event ("
                        + stopped.status().eventId() + ") cannot be "
                        + (unknown
                                ? "read: use a release that knows it; ./ledger check lists all such events,"
                                        + " and says what is damaged."
                                : "folded: " + stopped.status().reason()
                                        + ". ./ledger rebuild --accept builds them anew."),
                stopped);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
