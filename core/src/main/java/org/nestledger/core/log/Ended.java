package org.nestledger.core.log;

/** Waits for a thread of the log to end. */
final class Ended {

    private Ended() {}

    /** Also when whoever closes the log is interrupted: what the thread still does must not go on behind its back. */
    static void await(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
