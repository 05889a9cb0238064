package org.nestledger.query.projection;

/** How far the read models are, and what keeps them from being further. */
public sealed interface ProjectionStatus {

    /** The last event that is in the read models. */
    long position();

    /** The last event of the log, as of when it was last looked at. */
    long head();

    /** Nothing folds in this process: not started yet, or closed. */
    record Idle(long position, long head) implements ProjectionStatus {}

    /** This process folds the log. */
    record Running(long position, long head) implements ProjectionStatus {}

    /** Another process folds the log; this one takes over when that one ends. */
    record Waiting(long position, long head) implements ProjectionStatus {}

    /** The database does not answer; it is tried again, less and less often. */
    record Retrying(long position, long head, String reason) implements ProjectionStatus {}

    /**
     * This process, or another one, builds the read models anew because its release has others; those of the earlier release
     * are asked meanwhile.
     *
     * @param done events that are in the new ones
     */
    record Rebuilding(long position, long head, long done) implements ProjectionStatus {}

    /**
     * Read models that this release did not change differ from those that were built anew, which therefore did not take their
     * place.
     *
     * @param differences how many rows differ
     */
    record Diverged(long position, long head, long differences) implements ProjectionStatus {}

    /**
     * An event could not be folded. Nothing after it is, until the process is one that can, the read models are replaced by
     * others that were built anew, or another process goes on.
     *
     * @param failedAt the position of the event
     * @param eventId empty when it could not be read
     */
    record Stopped(long position, long head, long failedAt, String eventId, String reason)
            implements ProjectionStatus {}
}
