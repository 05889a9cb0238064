package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.log.AppendedLog;
import org.nestledger.core.log.LogCheck;
import org.nestledger.core.log.merkle.TilePath;
import org.nestledger.core.log.publish.CheckpointSigner;
import org.nestledger.core.log.publish.KeyDirectory;
import org.nestledger.core.log.publish.PublishedLog;

/** Each kind of tampering with a live database that has no key: the operator's check and the public's audit find it. */
class TamperedDatabaseIT {

    private static final String FROM_BACKUP =
            "truncate log.event, log.event_tag, log.log_tile, log.command, log.log_checkpoint, log.log_cosigned;"
                    + " insert into log.event select * from backup_event; insert into log.event_tag select * from backup_tag;"
                    + " insert into log.log_tile select * from backup_tile; insert into log.command select * from backup_command;"
                    + " insert into log.log_checkpoint select * from backup_checkpoint;"
                    + " update log.log_head h set position = b.position, frontier = b.frontier from backup_head b";

    @TempDir
    static Path keys;

    private static final AppendedLog LOG = new AppendedLog();
    private static CheckpointSigner signer;
    private static LogFiles files;

    @BeforeAll
    static void publish() throws Exception {
        signer = new CheckpointSigner(LOG.database().unpooled(), new KeyDirectory(keys, null));
        signer.start();
        LOG.append(598);
        long position = LOG.appendOf("c1");
        assertThat(signer.awaitCheckpoint(position, Duration.ofSeconds(60))).isTrue();
        signer.close();
        LOG.tamper("create table backup_event as select * from log.event; create table backup_tag as select * from"
                + " log.event_tag; create table backup_tile as select * from log.log_tile; create table backup_command as"
                + " select * from log.command; create table backup_checkpoint as select * from log.log_checkpoint;"
                + " create table backup_head as select * from log.log_head");
        PublishedLog published = new PublishedLog(LOG.database().unpooled(), signer);
        files = path -> path.equals(LogFiles.CHECKPOINT)
                ? signer.published().map(newest -> newest.note().toBytes())
                : published.file(TilePath.parse(path).orElseThrow());
    }

    @AfterEach
    void restore() {
        LOG.tamper(FROM_BACKUP);
    }

    @AfterAll
    static void close() {
        LOG.close();
    }

    private static long verify() throws Exception {
        return new LogAudit(files, signer.verifierKeys())
                .verify(null, (_, _) -> {})
                .checkpoint()
                .size();
    }

    @Test
    void whatNobodyTouchedIsSound() throws Exception {
        var sound = LOG.check();
        assertThat(sound.events()).isEqualTo(600);
        assertThat(sound.checkpoints()).isPositive();
        assertThat(sound.unknown()).isEmpty();
        assertThat(verify()).isEqualTo(600);
        restore();
        assertThat(LOG.check()).isEqualTo(sound);
    }

    @Test
    void theCheckTellsHowFarItIsFromItsBeginning() {
        List<Long> told = new ArrayList<>();
        assertThat(LOG.check((reached, _) -> told.add(reached)).events()).isEqualTo(600);
        assertThat(told).startsWith(0L, 32L).endsWith(600L).isSorted();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "edited row | update log.event set record = convert_to(replace(convert_from(record, 'UTF8'), 'text', 'TEXT'), 'UTF8') where position = 138"
                        + " | position 138: the record does not hash to its leaf | position 138: the record does not hash to its leaf in tile/0/000",
                "edited row and leaf | with edited as (select convert_to(replace(convert_from(record, 'UTF8'), 'text', 'TEXT'), 'UTF8') as bytes from log.event where position = 138)"
                        + " update log.event set record = bytes, leaf = sha256(byteacat('\\x00'::bytea, bytes)) from edited where position = 138"
                        + " | position 138: its leaf is not the one in tile/0/000 | position 138: the record does not hash to its leaf in tile/0/000",
                "edited row and leaf at the edge | with edited as (select convert_to(replace(convert_from(record, 'UTF8'), 'text', 'TEXT'), 'UTF8') as bytes from log.event where position = 590)"
                        + " update log.event set record = bytes, leaf = sha256(byteacat('\\x00'::bytea, bytes)) from edited where position = 590"
                        + " | position 600: the checkpoint of the first 600 events has another root | position 590: the record does not hash to its leaf in tile/0/002.p/88",
                "deleted row | delete from log.event where position = 138 | position 138: there is no event"
                        + " | positions 1 to 256: tile/entries/000 is missing",
                "reordered rows | update log.event e set record = o.record, leaf = o.leaf from backup_event o where e.position in (5, 6) and o.position = 11 - e.position"
                        + " | position 5: | position 5: the record does not hash to its leaf in tile/0/000",
                "inserted row | delete from log.event where position > 300; insert into log.event select position + 1, recorded_at, type, record, leaf from backup_event where position >= 300"
                        + " | position 301: | position 301: the record does not hash to its leaf in tile/0/001",
                "truncated tail | delete from log.event where position > 550 | position 551: | positions 513 to 600: tile/entries/002.p/88 is missing",
                "edited tile | update log.log_tile set hashes = overlay(hashes placing '\\x0000'::bytea from 33) where level = 0 and n = 1"
                        + " | position 258: its leaf is not the one in tile/0/001 | position 258: the record does not hash to its leaf in tile/0/001",
                "deleted tile | delete from log.log_tile where n = 1 | position 257: tile/0/001 is missing | positions 257 to 512: tile/0/001 is missing"
            })
    void tamperingIsFoundByBoth(String what, String sql, String check, String verify) {
        LOG.tamper(sql);
        assertThatThrownBy(LOG::check).as(what).hasMessageStartingWith(check);
        assertThatThrownBy(TamperedDatabaseIT::verify).as(what).hasMessageStartingWith(verify);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "type | update log.event set type = 'test.Other' where position = 7 | position 7: the column type",
                "time | update log.event set recorded_at = recorded_at + interval '1 s' where position = 7 | position 7: the column recorded_at",
                "lost tag | delete from log.event_tag where position = 7 | position 7: the tag index lacks a tag",
                "added tag | insert into log.event_tag values (1, 7, 1) | position 7: the tag index has a tag that the record has not",
                "tag's type | update log.event_tag set type = 1 where position = 7 | position 7: the tag index has another type",
                "tag of nothing | insert into log.event_tag values (1, 601, 1) | position 601: the tag index has a tag, but there is no event",
                "command | update log.command set command_hash = 'other' | position 599: the table of commands",
                "command's end | update log.command set last_position = 599 | position 600: the table of commands",
                "lost command | delete from log.command | position 599: the table of commands",
                "added command | insert into log.command values ('c2', '', 601, 601) | position 601: the table of commands",
                "event beyond the head | insert into log.event select 601, recorded_at, type, record, leaf from backup_event where position = 7 | position 601: it is beyond the head, which is 600",
                "event of a command beyond the head | insert into log.event select 601, recorded_at, type, record, leaf from backup_event where position = 599 | position 601: it is beyond the head, which is 600",
                "frontier | update log.log_head set frontier = overlay(frontier placing '\\x00'::bytea from 1) | position 600: the frontier",
                "head | update log.log_head set position = 601 | position 601: there is no event, though the head is 601",
                "checkpoint | update log.log_checkpoint set root = sha256('') where size = 600 | position 600: the checkpoint",
                "cosigned | insert into log.log_cosigned select size, convert_to(replace(convert_from(note, 'UTF8'), '600', '601'), 'UTF8') from log.log_checkpoint where size = 600 | position 600: the cosigned checkpoint",
                "cosigned of nothing | insert into log.log_cosigned select 700, note from log.log_checkpoint where size = 600 | position 700: the cosigned checkpoint",
                "checkpoint of nothing | insert into log.log_checkpoint select 700, root, note from log.log_checkpoint where size = 600 | position 601: a checkpoint of 700"
            })
    void whatOnlyIndexesTheRecordsIsFoundByTheOperatorsCheckAlone(String what, String sql, String check)
            throws Exception {
        LOG.tamper(sql);
        assertThatThrownBy(LOG::check).as(what).hasMessageStartingWith(check);
        assertThat(verify()).isEqualTo(600);
    }

    @Test
    void eventsOfTypesThatThisReleaseDoesNotKnowAreListedAndNoDamage() {
        assertThat(LOG.checkKnowingNothing().unknown())
                .containsExactly(Map.entry("test.Noted version 1", new LogCheck.Unknown(600, 1, "no such type")));
    }
}
