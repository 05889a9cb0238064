package org.nestledger.core.log.publish;

/**
 * A checkpoint that was cosigned but could not be stored, because the database was away just then.
 *
 * @param againAt when it is tried again, in {@link System#nanoTime}
 */
record Unstored(Published published, long againAt) {

    private static final long PAUSE_NANOS = 1_000_000_000;

    static Unstored now(Published published) {
        return new Unstored(published, System.nanoTime() + PAUSE_NANOS);
    }

    /** Whether it is to be stored now; a newer one takes its place. */
    boolean isDue(Published newest) {
        return published.equals(newest) && System.nanoTime() - againAt >= 0;
    }
}
