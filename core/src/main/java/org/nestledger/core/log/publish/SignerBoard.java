package org.nestledger.core.log.publish;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the signer's thread tells the others, and how they wake it. */
final class SignerBoard {

    private SignerStatus status = new SignerStatus.Off();
    private @Nullable Published published;
    private long head;
    private long unsignedSince;
    private boolean woken;

    synchronized SignerStatus status() {
        return status;
    }

    synchronized Optional<Published> published() {
        return Optional.ofNullable(published);
    }

    synchronized CheckpointLag lag() {
        long unsigned = Math.max(0, head - size());
        return new CheckpointLag(
                size(), unsigned, unsigned == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - unsignedSince));
    }

    synchronized void become(SignerStatus next) {
        status = next;
        notifyAll();
    }

    synchronized void publish(Published next) {
        published = next;
        // What came after it is older than nothing that we know of.
        unsignedSince = System.nanoTime();
        notifyAll();
    }

    /** The log was seen to have this many events. */
    synchronized void head(long seen) {
        if (head <= size() && seen > size()) {
            unsignedSince = System.nanoTime();
        }
        head = seen;
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits to be woken; returns at once when that happened since the last time. */
    synchronized void awaitWake(long millis) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long rest = millis; !woken && rest > 0; rest = restMillis(end)) {
            wait(rest);
        }
        woken = false;
    }

    synchronized boolean await(long position, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long rest = timeout.toMillis(); size() < position; rest = restMillis(end)) {
            if (rest <= 0 || status instanceof SignerStatus.Refusing || status instanceof SignerStatus.Off) {
                return false;
            }
            wait(rest);
        }
        return true;
    }

    private static long restMillis(long end) {
        return Duration.ofNanos(end - System.nanoTime()).toMillis();
    }

    private long size() {
        return published == null ? 0 : published.checkpoint().size();
    }
}
