package org.nestledger.query.projection;

/** The read models cannot reach the head of the log because of one event. */
public final class ProjectionStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProjectionStatus.Stopped status;

    ProjectionStoppedException(ProjectionStatus.Stopped status) {
        super("the read models stop before position " + status.failedAt() + ": " + status.reason());
        this.status = status;
    }

    public ProjectionStatus.Stopped status() {
        return status;
    }
}
