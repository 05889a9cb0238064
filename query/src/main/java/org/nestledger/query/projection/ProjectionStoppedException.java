package org.nestledger.query.projection;

import org.jspecify.annotations.Nullable;

/** The read models cannot reach the head of the log because of one event. */
public final class ProjectionStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProjectionStatus.Stopped status;

    /** @param cause why the event cannot be folded, if that is known here */
    ProjectionStoppedException(ProjectionStatus.Stopped status, @Nullable Throwable cause) {
        super("the read models stop before position " + status.failedAt() + ": " + status.reason(), cause);
        this.status = status;
    }

    public ProjectionStatus.Stopped status() {
        return status;
    }
}
