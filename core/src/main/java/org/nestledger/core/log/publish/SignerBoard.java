package org.nestledger.core.log.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.merkle.TileEdge;

/** What the signer's thread tells the others, and how they wake it. */
final class SignerBoard {

    private SignerStatus status = new SignerStatus.Off();
    private @Nullable Published signed;
    private @Nullable Published cosigned;
    private boolean witnessedOnly;
    private @Nullable KeyRing ring;
    private @Nullable TileEdge edge;
    private long head;
    private long unsignedSince;
    private boolean woken;

    synchronized SignerStatus status() {
        return status;
    }

    /** What to verify with. */
    synchronized List<VerifierKey> keys() {
        return ring == null ? List.of() : ring.verifierKeys();
    }

    /** The keys as they were last known; there are some once the signer has started. */
    synchronized Optional<KeyRing> ring() {
        return Optional.ofNullable(ring);
    }

    /** The keys are these now; what is published has a signature of one of them from now on. */
    synchronized void keys(KeyRing known) {
        ring = known;
        signed = signed == null ? null : known.renewed(signed);
        cosigned = cosigned == null ? null : known.renewed(cosigned);
    }

    /** The newest checkpoint that was signed. */
    synchronized Optional<Published> signed() {
        return Optional.ofNullable(signed);
    }

    /** What the public sees: the newest that the quorum has cosigned or, when none is asked for, the newest. */
    synchronized Optional<Published> published() {
        Published newest = signed;
        Published witnessed = cosigned;
        boolean enough = witnessed != null
                && (witnessedOnly || (newest != null && newest.checkpoint().equals(witnessed.checkpoint())));
        return Optional.ofNullable(enough ? witnessed : witnessedOnly ? null : newest);
    }

    /** From now on only what the quorum has cosigned is published. */
    synchronized void publishWitnessedOnly() {
        witnessedOnly = true;
    }

    /** Takes a cosigned checkpoint unless a later one is known. */
    synchronized void cosign(Published next) {
        if (cosigned == null
                || cosigned.checkpoint().size() <= next.checkpoint().size()) {
            cosigned = next;
            notifyAll();
        }
    }

    /** Events of the newest cosigned checkpoint, 0 without any. */
    synchronized long cosignedSize() {
        return cosigned == null ? 0 : cosigned.checkpoint().size();
    }

    /** The edge of the tree that is published, or of a later one; nothing while the signer has not made sure of it. */
    synchronized Optional<TileEdge> edge() {
        return Optional.ofNullable(edge);
    }

    synchronized CheckpointLag lag() {
        long unsigned = Math.max(0, head - size(signed));
        return new CheckpointLag(
                size(signed),
                size(published().orElse(null)),
                unsigned,
                unsigned == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - unsignedSince));
    }

    synchronized void become(SignerStatus next) {
        status = next;
        notifyAll();
    }

    /** The edge is of the published tree or of a later one, and is not changed any more. */
    synchronized void keep(TileEdge known) {
        edge = known;
        notifyAll();
    }

    synchronized void sign(Published next) {
        signed = next;
        // What came after it is older than nothing that we know of.
        unsignedSince = System.nanoTime();
        notifyAll();
    }

    /** The log was seen to have this many events. */
    synchronized void head(long seen) {
        if (head <= size(signed) && seen > size(signed)) {
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

    /** What is published but does not stand in the database as it was is not waited for: the signer refuses then. */
    synchronized boolean await(long position, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long rest = timeout.toMillis(); !covers(position); rest = restMillis(end)) {
            if (rest <= 0 || status instanceof SignerStatus.Refusing || status instanceof SignerStatus.Off) {
                return false;
            }
            wait(rest);
        }
        return !(status instanceof SignerStatus.Refusing);
    }

    private boolean covers(long position) {
        return edge != null && size(published().orElse(null)) >= position;
    }

    private static long restMillis(long end) {
        return Duration.ofNanos(end - System.nanoTime()).toMillis();
    }

    private static long size(@Nullable Published some) {
        return some == null ? 0 : some.checkpoint().size();
    }
}
