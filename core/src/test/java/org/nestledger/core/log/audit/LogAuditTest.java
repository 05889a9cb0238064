package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.ContradictionException;
import org.nestledger.core.log.checkpoint.NoteVectors;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.MemoryTiles;
import org.nestledger.core.log.merkle.Vectors;

class LogAuditTest {

    private static final List<byte[]> RECORDS = Vectors.records();
    private final MemoryLog log = new MemoryLog(RECORDS);

    private static Checkpoint verify(LogFiles files, byte[] saved) throws IOException {
        return new LogAudit(files, List.of(NoteVectors.vkey("log_key")))
                .verify(saved, (_, _) -> {})
                .checkpoint();
    }

    private static byte[] checkpoint(int size) {
        return Vectors.file("log600/checkpoints/" + size);
    }

    @Test
    void theExampleLogOfTheReferenceImplementationIsVerified() throws Exception {
        Path directory = Path.of(
                        MemoryTiles.class.getResource("log600/checkpoint").toURI())
                .getParent();
        assertThat(verify(new DirectoryFiles(directory), null).size()).isEqualTo(600);
        for (int size : new int[] {0, 1, 255, 256, 300, 512, 600}) {
            assertThat(verify(new DirectoryFiles(directory), checkpoint(size)).size())
                    .isEqualTo(600);
        }
    }

    @Test
    void theFilesOfTheExampleLogAreTheOnesOfThisOne() throws Exception {
        assertThat(log.files.get("tile/1/000.p/2")).isEqualTo(Vectors.file("log600/tile/1/000.p/2"));
        assertThat(log.checkpoint()).isEqualTo(Vectors.file("log600/checkpoint"));
        AtomicLong reached = new AtomicLong();
        LogAudit.Verified verified = new LogAudit(log, List.of(NoteVectors.vkey("log_key")))
                .verify(null, (events, total) -> {
                    assertThat(total).isEqualTo(600);
                    reached.set(events);
                });
        assertThat(reached).hasValue(600);
        assertThat(verified.note().toBytes()).isEqualTo(log.checkpoint());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 512, 513})
    void aLogOfAnySizeIsVerified(int size) throws Exception {
        assertThat(verify(new MemoryLog(RECORDS.subList(0, size)), null).size()).isEqualTo(size);
    }

    @Test
    void aLogOfMoreThanOneLevelOfFullTilesIsVerified() throws Exception {
        List<byte[]> records = java.util.stream.IntStream.range(0, 65_536 + 300)
                .mapToObj(i -> ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8))
                .toList();
        MemoryLog large = new MemoryLog(records);
        assertThat(verify(large, null).size()).isEqualTo(65_836);
        large.files.get("tile/1/000")[33 * 32]++;
        assertThatThrownBy(() -> verify(large, null))
                .hasMessage("tile/1/000: its hash 34 is not the root of tile/0/033");
    }

    @Test
    void aFullTileMayHaveTakenThePlaceOfAPartialOne() throws Exception {
        MemoryLog longer = new MemoryLog(RECORDS);
        longer.files.put(LogFiles.CHECKPOINT, checkpoint(300));
        longer.files.put("tile/1/000.p/1", Arrays.copyOf(longer.files.get("tile/1/000.p/2"), 32));
        assertThat(verify(longer, null).size()).isEqualTo(300);
    }

    @Test
    void anEditedRecordIsNamed() {
        byte[] bundle = log.files.get("tile/entries/000");
        bundle[bundle.length - 3]++;
        assertThatThrownBy(() -> verify(log, null))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("position 256: the record does not hash to its leaf in tile/0/000");
    }

    @Test
    void anEditedLeafIsNamed() {
        log.files.get("tile/0/002.p/88")[32 * 10]++;
        assertThatThrownBy(() -> verify(log, null))
                .hasMessage("position 523: the record does not hash to its leaf in tile/0/002.p/88");
    }

    @Test
    void anEditedTileOfALevelAboveIsNamed() {
        log.files.get("tile/1/000.p/2")[40]++;
        assertThatThrownBy(() -> verify(log, null))
                .hasMessage("tile/1/000.p/2: its hash 2 is not the root of tile/0/001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checkpoint       | there is no checkpoint",
                "tile/0/001       | positions 257 to 512: tile/0/001 is missing",
                "tile/entries/000 | positions 1 to 256: tile/entries/000 is missing",
                "tile/0/002.p/88  | positions 513 to 600: tile/0/002.p/88 is missing",
                "tile/1/000.p/2   | tile/1/000.p/2 is missing"
            })
    void aMissingFileIsNamed(String path, String message) {
        log.files.remove(path);
        assertThatThrownBy(() -> verify(log, null)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tile/0/000", "tile/entries/000", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/002.p/88"})
    void aFileThatIsCutOffIsNamed(String path) {
        log.files.put(path, Arrays.copyOf(log.files.get(path), log.files.get(path).length - 1));
        assertThatThrownBy(() -> verify(log, null))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining(path);
    }

    @Test
    void aHistoryThatWasComputedAnewWithoutTheKeyHasAnotherRoot() {
        MemoryLog forged = MemoryLog.rewritten(RECORDS, 138);
        forged.files.put(LogFiles.CHECKPOINT, log.checkpoint());
        assertThatThrownBy(() -> verify(forged, null))
                .hasMessage("the 600 events are not those that the log signed: their root is another");
    }

    @Test
    void twoTreesOfOneSizeAreAFork() {
        assertThatThrownBy(() -> verify(MemoryLog.rewritten(RECORDS, 138), checkpoint(600)))
                .hasMessageStartingWith("FORK: the log signed two different trees of 600 events");
    }

    @Test
    void aHistoryThatWasRewrittenBeforeASavedCheckpointIsFound() {
        assertThatThrownBy(() -> verify(MemoryLog.rewritten(RECORDS, 138), checkpoint(300)))
                .hasMessageStartingWith("REWRITTEN: the first 300 events are not those of the saved checkpoint");
    }

    @Test
    void bothCheckpointsThatContradictEachOtherAreHandedOver() {
        MemoryLog rewritten = MemoryLog.rewritten(RECORDS, 138);
        for (int size : new int[] {300, 600}) {
            assertThatThrownBy(() -> verify(rewritten, checkpoint(size)))
                    .isInstanceOfSatisfying(ContradictionException.class, contradiction -> {
                        assertThat(contradiction.earlier().size()).isEqualTo(size);
                        assertThat(contradiction.served().toBytes()).isEqualTo(rewritten.checkpoint());
                    });
        }
    }

    @Test
    void aLogIsNotAccusedOfRewritingWhatItDidNotSign() {
        MemoryLog forged = MemoryLog.rewritten(RECORDS, 138);
        forged.files.put(LogFiles.CHECKPOINT, log.checkpoint());
        assertThatThrownBy(() -> verify(forged, checkpoint(300)))
                .hasMessage("the 600 events are not those that the log signed: their root is another");
    }

    @Test
    void aTailThatWasRewrittenAfterTheLastSavedCheckpointIsNotFound() throws Exception {
        assertThat(verify(MemoryLog.rewritten(RECORDS, 301), checkpoint(300)).size())
                .isEqualTo(600);
    }

    @Test
    void anOlderLogPassesForWhoeverSavedNothingAndIsARollbackForOthers() throws Exception {
        MemoryLog older = new MemoryLog(RECORDS.subList(0, 300));
        assertThat(verify(older, null).size()).isEqualTo(300);
        assertThatThrownBy(() -> verify(older, checkpoint(600)))
                .hasMessage("ROLLBACK: the log has 300 events and had 600 when its checkpoint was saved");
    }

    @Test
    void aCheckpointOfAnotherKeyOrLogIsNotGenuine() {
        log.files.put(
                LogFiles.CHECKPOINT,
                new String(log.checkpoint(), StandardCharsets.UTF_8)
                        .replace("\n600\n", "\n599\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> verify(log, null))
                .hasMessage("the checkpoint is not genuine: its signature by ledger.example/events is wrong");
        assertThatThrownBy(() -> new LogAudit(new MemoryLog(RECORDS), List.of(NoteVectors.vkey("log_key_next")))
                        .verify(null, (_, _) -> {}))
                .hasMessageStartingWith("the checkpoint is not genuine: it is not signed by");
        assertThatThrownBy(() -> verify(new MemoryLog(RECORDS), "no note".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("the saved checkpoint is not genuine");
    }

    @Test
    void whatCannotBeReadIsNoDamage() {
        LogFiles broken = path -> {
            if (path.equals("tile/0/001")) {
                throw new IOException("the disk is broken");
            }
            return log.read(path);
        };
        assertThatThrownBy(() -> verify(broken, null))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is broken");
    }
}
