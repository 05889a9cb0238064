package org.nestledger.core.log.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Quorum;
import org.nestledger.core.log.witness.TestWitness;

/** The database may go away just when a witness has answered; it is not asked again about what it has cosigned. */
class WhatWitnessesGaveIsStoredInTheEndIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path keys;

    private final TestWitness witness = new TestWitness("witness.example/one");
    private SignedLog log;

    @BeforeEach
    void open() throws Exception {
        witness.knowing(new KeyDirectory(keys, null).keys(false).verifierKeys());
        log = new SignedLog(
                keys, new WitnessPolicy(List.of(), List.of(witness.witness()), new Quorum.One(witness.key())));
        log.appendAndAwait(3);
        log.appended.tamper("create function log.refuse() returns trigger language plpgsql as $$"
                + " begin raise exception 'the disk is full'; end $$");
        log.appended.tamper("create trigger full_disk before insert on log.log_cosigned"
                + " for each row execute function log.refuse()");
    }

    @AfterEach
    void close() {
        log.close();
        witness.close();
    }

    private void theDiskHasRoomAgain() {
        log.appended.tamper("drop trigger full_disk on log.log_cosigned");
    }

    @Test
    void aCheckpointThatCouldNotBeStoredIsPublishedWithoutAnotherEvent() throws Exception {
        long head = log.appended.append(2);
        await().atMost(PATIENCE).until(() -> log.signer.witnesses().getFirst().cosigned() == head);
        assertThat(log.checkpoint().size()).isEqualTo(3);
        int asked = witness.requests().size();
        theDiskHasRoomAgain();
        assertThat(log.signer.awaitCheckpoint(head, PATIENCE)).isTrue();
        assertThat(log.checkpoint().size()).isEqualTo(head);
        assertThat(witness.requests()).hasSize(asked);
    }

    @Test
    void theNextOneIsPublishedInItsPlaceWhenItComesFirst() throws Exception {
        long first = log.appended.append(2);
        await().atMost(PATIENCE).until(() -> log.signer.witnesses().getFirst().cosigned() == first);
        long second = log.appended.append(4);
        await().atMost(PATIENCE).until(() -> log.signer.witnesses().getFirst().cosigned() == second);
        theDiskHasRoomAgain();
        assertThat(log.signer.awaitCheckpoint(second, PATIENCE)).isTrue();
        assertThat(log.appended.select(Long.class, "select size from log.log_cosigned order by size"))
                .containsExactly(3L, second);
    }
}
