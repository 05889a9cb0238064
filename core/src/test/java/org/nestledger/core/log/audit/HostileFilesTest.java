package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.checkpoint.NoteVectors;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.Vectors;

@Timeout(60)
class HostileFilesTest {

    private final MemoryLog log = new MemoryLog(Vectors.records().subList(0, 512));

    private static void verify(LogFiles files) throws IOException {
        LogAudit.Verified _ = new LogAudit(files, List.of(NoteVectors.vkey("log_key"))).verify(null, (_, _) -> {});
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_000_000L, 999_999_999_999_999_999L})
    void ofASignedSizeFarBeyondTheFilesTheFirstMissingTileIsNamed(long size) {
        log.sign(size, new byte[32]);
        assertThatThrownBy(() -> verify(log))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("positions 513 to 768: tile/0/002 is missing");
    }

    @Test
    void aMissingFileIsNamedWithoutWaitingForThoseThatAreReadAhead() {
        CountDownLatch never = new CountDownLatch(1);
        log.files.remove("tile/0/000");
        LogFiles stalling = path -> {
            try {
                if (path.equals("tile/0/001")) {
                    never.await();
                }
                return log.read(path);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        };
        assertThatThrownBy(() -> verify(stalling)).hasMessage("positions 1 to 256: tile/0/000 is missing");
    }

    @Test
    void thatThereIsNotEnoughMemoryToReadAFileIsNotHidden() {
        LogFiles large = path -> {
            if (path.equals("tile/entries/001")) {
                throw new OutOfMemoryError("Java heap space");
            }
            return log.read(path);
        };
        assertThatThrownBy(() -> verify(large)).isInstanceOf(OutOfMemoryError.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tile/0/002.p/88       | positions 513 to 600: tile/0/002.p/88 has 2848 bytes, which is not 88 hashes",
                "tile/entries/002.p/88 | positions 513 to 600: tile/entries/002.p/88 is malformed, it has 32 bytes after its 88 records",
                "tile/1/000.p/2        | tile/1/000.p/2 has 96 bytes, not 64",
                "tile/0/001            | positions 257 to 512: tile/0/001 has 8224 bytes, which is not 256 hashes"
            })
    void aFileWithMoreThanItsNameSaysIsNamed(String path, String message) {
        MemoryLog all = new MemoryLog(Vectors.records());
        all.files.put(path, Arrays.copyOf(all.files.get(path), all.files.get(path).length + 32));
        assertThatThrownBy(() -> verify(all))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tile/0/001       | positions 257 to 300: tile/0/001 has 8160 bytes, which is not 256 hashes",
                "tile/entries/001 | positions 257 to 300: tile/entries/001 is malformed, its record 256 is cut off"
            })
    void aFullTileThatTookThePlaceOfAPartialOneIsAFullTile(String path, String message) {
        MemoryLog all = new MemoryLog(Vectors.records());
        all.files.put(LogFiles.CHECKPOINT, new MemoryLog(Vectors.records().subList(0, 300)).checkpoint());
        all.files.put(path, Arrays.copyOf(all.files.get(path), all.files.get(path).length - 32));
        assertThatThrownBy(() -> verify(all))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage(message);
    }

    @Test
    void recordsAreReadFromFilesThatAreAsTheirNamesSay() throws Exception {
        List<byte[]> records = Vectors.records();
        MemoryLog all = new MemoryLog(records);
        RecordFiles first = new RecordFiles(all, 300);
        for (int i = 0; i < 300; i++) {
            assertThat(first.next()).isEqualTo(records.get(i));
        }
        assertThat(first.next()).isNull();
        String path = "tile/entries/002.p/88";
        all.files.put(path, Arrays.copyOf(all.files.get(path), all.files.get(path).length + 1));
        RecordFiles malformed = new RecordFiles(all, 600);
        for (int i = 0; i < 512; i++) {
            assertThat(malformed.next()).isNotNull();
        }
        assertThatThrownBy(malformed::next)
                .hasMessage("tile/entries/002.p/88 is malformed, it has 1 bytes after its 88 records");
    }
}
