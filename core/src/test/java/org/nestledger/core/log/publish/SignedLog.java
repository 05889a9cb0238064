package org.nestledger.core.log.publish;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.nestledger.core.log.AppendedLog;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.WitnessPolicy;

/** A log with a signer, which can be restarted, and whose database can be restored. */
final class SignedLog implements AutoCloseable {

    final AppendedLog appended = new AppendedLog();
    final Path keys;
    CheckpointSigner signer;
    PublishedLog published;

    WitnessPolicy policy;

    SignedLog(Path keys) {
        this(keys, WitnessPolicy.none());
    }

    SignedLog(Path keys, WitnessPolicy policy) {
        this.keys = keys;
        this.policy = policy;
        start();
    }

    /** One more signer on the same database and with the same keys, as another process would have. */
    CheckpointSigner another() {
        CheckpointSigner other = new CheckpointSigner(appended.database().unpooled(), new KeyDirectory(keys, null));
        appended.log().onAppend(other::wake);
        other.start(policy);
        return other;
    }

    void start() {
        signer = another();
        published = new PublishedLog(appended.database().unpooled(), signer);
    }

    /** To be called when the log has 300 events, for {@link #rollBackTo300}. */
    void rememberFrontier() {
        appended.tamper("create table saved as select frontier from log.log_head");
    }

    /** As if nothing had come after the first 300 events, in every table. */
    void rollBackTo300() {
        appended.tamper("delete from log.event where position > 300;"
                + " delete from log.event_tag where position > 300; delete from log.log_tile where n > 0;"
                + " delete from log.log_checkpoint where size > 300;"
                + " update log.log_head set position = 300, frontier = (select frontier from saved)");
    }

    /** Restarts the signer only, as if the process had been killed after what it did last. */
    void restart() {
        signer.close();
        start();
    }

    Checkpoint appendAndAwait(int count) throws InterruptedException {
        long position = appended.append(count);
        if (!signer.awaitCheckpoint(position, Duration.ofSeconds(30))) {
            throw new IllegalStateException("not signed: " + signer.status());
        }
        return checkpoint();
    }

    Checkpoint checkpoint() {
        return signer.published().orElseThrow().checkpoint();
    }

    List<Long> sizes() {
        return appended.select(Long.class, "select size from log.log_checkpoint order by size");
    }

    String awaitRefusal() {
        return await().atMost(Duration.ofSeconds(30)).until(signer::status, SignerStatus.Refusing.class::isInstance)
                        instanceof SignerStatus.Refusing(var why)
                ? why
                : "";
    }

    @Override
    public void close() {
        signer.close();
        appended.close();
    }
}
