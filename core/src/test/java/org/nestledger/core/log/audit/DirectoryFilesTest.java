package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.log.checkpoint.UnverifiedException;

// A thread that opens a pipe is not to be interrupted.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DirectoryFilesTest {

    private static final String TILE = "tile/0/000";

    @TempDir
    Path directory;

    private Path tile;

    @BeforeEach
    void makeDirectory() throws IOException {
        tile = directory.resolve(TILE);
        Files.createDirectories(tile.getParent());
    }

    private byte[] read(String path) throws IOException {
        return new DirectoryFiles(directory).read(path).orElseThrow();
    }

    private void assertIsNoRegularFile() {
        assertThatThrownBy(() -> read(TILE))
                .isInstanceOf(IOException.class)
                .hasMessage("the file " + tile + " is no regular file");
    }

    @Test
    void aFileIsReadAlsoThroughALink() throws Exception {
        Files.write(directory.resolve("elsewhere"), new byte[] {1, 2});
        Files.createSymbolicLink(tile, directory.resolve("elsewhere"));
        assertThat(read("elsewhere")).containsExactly(1, 2);
        assertThat(read(TILE)).containsExactly(1, 2);
    }

    @Test
    void whatIsNotThereOrIsALinkToNothingIsMissing() throws Exception {
        assertThat(new DirectoryFiles(directory).read(TILE)).isEmpty();
        Files.createSymbolicLink(tile, directory.resolve("nothing"));
        assertThat(new DirectoryFiles(directory).read(TILE)).isEmpty();
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", tile.toString()).start().waitFor())
                .isZero();
        assertIsNoRegularFile();
    }

    @Test
    void aDeviceWithoutEndIsNotRead() throws Exception {
        Files.createSymbolicLink(tile, Path.of("/dev/zero"));
        assertIsNoRegularFile();
    }

    @Test
    void aDirectoryIsNoFile() throws Exception {
        Files.createDirectory(tile);
        assertIsNoRegularFile();
    }

    @ParameterizedTest
    @CsvSource({
        "checkpoint, 1000000",
        "tile/0/000, 8192",
        "tile/1/000.p/2, 8192",
        "tile/entries/000, 16777472",
        "tile/entries/000.p/7, 16777472"
    })
    void aFileMayBeAsLargeAsItCanBeAndNoLarger(String path, int most) throws Exception {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        for (long length : new long[] {most, most + 1L, 3L << 30}) {
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(length);
            }
            if (length == most) {
                assertThat(read(path)).hasSize(most);
            } else {
                assertThatThrownBy(() -> read(path))
                        .isInstanceOf(UnverifiedException.class)
                        .hasMessage("the file " + file + " is larger than such a file can be");
            }
        }
    }
}
