package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
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
}
