package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.merkle.Proofs;

/** 515 tiles of level 0, 2 of level 1, and 5 leaves beyond them: what is read must not grow with them. */
class ALargeLogIsOpenedAtItsEdgeIT {

    private static final int SIZE = 2 * 65_536 + 3 * 256 + 5;
    private static final int EDGE_ROWS = 2 + 3 + 5;
    private static final int HEAD_ROWS = 1;

    @TempDir
    Path keys;

    private LargeTree large;
    private CountingDataSource counting;
    private CheckpointSigner signer;

    @BeforeEach
    void make() {
        large = new LargeTree(SIZE);
        counting = new CountingDataSource(large.database.unpooled());
    }

    @AfterEach
    void close() {
        if (signer != null) {
            signer.close();
        }
        large.close();
    }

    private Checkpoint checkpoint() {
        return Checkpoint.of("test", large.edge.frontier());
    }

    private void start() {
        signer = new CheckpointSigner(counting, new KeyDirectory(keys, null));
        signer.start();
    }

    /** Publishes the log's tree, as a process did that ended then. */
    private void publish() throws Exception {
        start();
        assertThat(signer.awaitCheckpoint(SIZE, Duration.ofSeconds(60))).isTrue();
        signer.close();
    }

    private String awaitRefusal() {
        return await().atMost(Duration.ofSeconds(30)).until(signer::status, SignerStatus.Refusing.class::isInstance)
                        instanceof SignerStatus.Refusing(var why)
                ? why
                : "";
    }

    @Test
    void itsPublishedTreeIsMadeSureOfFromSoFewRows() throws Exception {
        try (Connection connection = counting.getConnection()) {
            VerifiedTree tree = VerifiedTree.open(connection, checkpoint());
            assertThat(tree.size()).isEqualTo(SIZE);
            assertThat(tree.edge().frontier().root())
                    .isEqualTo(large.edge.frontier().root());
        }
        assertThat(counting.rows()).isEqualTo(HEAD_ROWS + EDGE_ROWS);
        assertThat(counting.queries()).isLessThanOrEqualTo(4);
    }

    @Test
    void anInclusionProofReadsOneTileOfEachLevelAtMost() throws Exception {
        publish();
        PublishedLog published = new PublishedLog(counting, signer);
        for (int index : new int[] {0, 77_777, 131_071, 131_072, SIZE - 1}) {
            counting.reset();
            TlogProof proof = published.prove(index + 1).orElseThrow();
            assertThat(counting.rows()).as("rows read for %d", index).isLessThanOrEqualTo(2);
            assertThat(Proofs.verifyInclusion(
                            LargeTree.leaf(index),
                            index,
                            SIZE,
                            proof.hashes(),
                            large.edge.frontier().root()))
                    .isTrue();
        }
    }

    @Test
    void allOfItIsReadAgainBesideTheSigning() throws Exception {
        publish();
        start();
        await().atMost(Duration.ofSeconds(30)).until(() -> signer.checked() == SIZE);
        await().atMost(Duration.ofSeconds(30)).until(() -> signer.status() instanceof SignerStatus.Signing);
    }

    @Test
    void aChangeAtTheEdgeIsRefusedAtOnce() throws Exception {
        large.tamper("update log.log_tile set hashes = overlay(hashes placing '\\x00'::bytea from 4000)"
                + " where level = 1 and n = 1");
        try (Connection connection = counting.getConnection()) {
            assertThatThrownBy(() -> VerifiedTree.open(connection, checkpoint()))
                    .isInstanceOf(SignerRefusedException.class)
                    .hasMessageStartingWith("The first " + SIZE + " events of the database are not those");
        }
    }

    @Test
    void aTileThatIsMissingAtTheEdgeIsRefusedAtOnce() throws Exception {
        large.tamper("delete from log.log_tile where level = 0 and n = 513");
        try (Connection connection = counting.getConnection()) {
            assertThatThrownBy(() -> VerifiedTree.open(connection, checkpoint()))
                    .isInstanceOf(SignerRefusedException.class)
                    .hasMessageStartingWith("The first " + SIZE + " events of the database are not those");
        }
    }

    @Test
    void aLeafThatWasChangedDeepBelowEndsTheSigning() throws Exception {
        publish();
        large.tamper("update log.log_tile set hashes = overlay(hashes placing '\\x00'::bytea from 4000)"
                + " where level = 0 and n = 100");
        start();
        assertThat(awaitRefusal()).startsWith("The first " + SIZE + " events of the database are not those");
    }

    @Test
    void aTileThatIsMissingDeepBelowEndsTheSigning() throws Exception {
        publish();
        large.tamper("delete from log.log_tile where level = 0 and n = 100");
        start();
        assertThat(awaitRefusal()).startsWith("The first " + SIZE + " events of the database are not those");
    }

    @Test
    void aLostConnectionDoesNotEndTheReading() throws Exception {
        publish();
        large.database.killConnections();
        Rebuild rebuild = new Rebuild(counting, checkpoint());
        try (rebuild) {
            rebuild.start();
            large.database.killConnections();
            await().atMost(Duration.ofSeconds(30)).until(() -> rebuild.reached() == SIZE);
            rebuild.check();
        }
    }
}
