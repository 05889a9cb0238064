package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.merkle.Vectors;

class LogExportTest {

    private final MemoryLog log = new MemoryLog(Vectors.records().subList(0, 3));

    @TempDir
    Path temporary;

    private void export(Path directory) throws IOException {
        LogExport.write(directory, 3, log.checkpoint(), new byte[0], path -> log.read(path.toString()), (_, _) -> {});
    }

    @Test
    void aDirectoryIsMadeWithAllAboveIt() throws Exception {
        Path directory = temporary.resolve("a/b");
        export(directory);
        assertThat(directory.resolve(LogFiles.CHECKPOINT)).hasBinaryContent(log.checkpoint());
        export(Files.createSymbolicLink(
                temporary.resolve("link"), Files.createDirectory(temporary.resolve("elsewhere"))));
        assertThat(temporary.resolve("elsewhere/checkpoint")).hasBinaryContent(log.checkpoint());
    }

    @Test
    void whatIsNoDirectoryOrCannotBeOneIsNamedWithTheReason() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        assertThatThrownBy(() -> export(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is a file; give a directory that is empty or not there yet");
        assertThatThrownBy(() -> export(file.resolve("below")))
                .isInstanceOf(IOException.class)
                .hasMessage("the directory " + file.resolve("below") + " cannot be made: Not a directory");
        assertThat(file).hasContent("x");
    }

    @Test
    void aDirectoryThatHoldsSomethingIsLeftAsItIs() throws Exception {
        Files.writeString(temporary.resolve("other"), "x");
        assertThatThrownBy(() -> export(temporary)).hasMessage(temporary + " is not empty");
        assertThat(temporary).isDirectoryNotContaining("glob:**/checkpoint");
    }
}
