package org.nestledger.query.projection;

/** Another process, or another thread of this one, builds the read models anew. */
public final class RebuildRunsException extends Exception {

    private static final long serialVersionUID = 1L;

    RebuildRunsException() {
        super("the read models are built anew by another process");
    }
}
