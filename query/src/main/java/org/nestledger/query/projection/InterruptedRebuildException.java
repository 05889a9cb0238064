package org.nestledger.query.projection;

/** The thread that rebuilds was asked to end. What it built so far is removed by the next rebuild. */
final class InterruptedRebuildException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InterruptedRebuildException(InterruptedException cause) {
        super("the rebuild was interrupted", cause);
    }
}
