package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.audit.HostileServer.ascii;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.checkpoint.NoteVectors;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.merkle.Vectors;

/** A server may send entry bundles as gzip to whoever asks (C2SP tlog-tiles). */
@Timeout(60)
class CompressedFilesTest {

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static HostileServer server(String headers, byte[] body) {
        return new HostileServer(out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip\r\n",
                "content-encoding: X-GZip\r\n",
                "Content-Encoding: identity, gzip\r\n",
                "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n"
            })
    void aFileThatIsSentAsGzipIsTheOneInIt(String headers) throws Exception {
        byte[] bundle = Vectors.file("log600/tile/entries/000");
        try (HostileServer server = server(headers, gzip(bundle));
                HttpFiles files = new HttpFiles(server.url())) {
            assertThat(files.read("tile/entries/000")).hasValue(bundle);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Encoding:\r\n", "Content-Encoding: identity\r\n"})
    void aFileThatIsSentAsItIsIsNotTouched(String headers) throws Exception {
        byte[] looksCompressed = gzip(ascii("abc"));
        try (HostileServer server = server(headers, looksCompressed);
                HttpFiles files = new HttpFiles(server.url())) {
            assertThat(files.read("checkpoint")).hasValue(looksCompressed);
        }
    }

    @Test
    void aLogWhoseFilesAreAllSentAsGzipIsVerified() throws Exception {
        MemoryLog log = new MemoryLog(Vectors.records());
        try (HostileServer server = new HostileServer((path, out) -> {
                    byte[] body = gzip(log.files.get(path.substring("/log/".length())));
                    out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length
                            + "\r\n\r\n"));
                    out.write(body);
                });
                HttpFiles files = new HttpFiles(server.url())) {
            assertThat(new LogAudit(files, List.of(NoteVectors.vkey("log_key")))
                            .verify(null, (_, _) -> {})
                            .checkpoint()
                            .size())
                    .isEqualTo(600);
        }
    }

    @ParameterizedTest
    @CsvSource({"checkpoint, 1000000", "tile/0/000, 8192", "tile/entries/000, 16777472"})
    void whatIsInItMayBeAsLargeAsTheFileCanBeAndNoLarger(String path, int most) throws Exception {
        byte[] dense = new byte[most];
        new Random(1).nextBytes(dense);
        try (HostileServer server = server("Content-Encoding: gzip\r\n", gzip(dense));
                HttpFiles files = new HttpFiles(server.url())) {
            assertThat(files.read(path)).hasValue(dense);
        }
        for (int length : new int[] {most + 1, 200_000_000}) {
            try (HostileServer server = server("Content-Encoding: gzip\r\n", gzip(new byte[length]));
                    HttpFiles files = new HttpFiles(server.url())) {
                assertThatThrownBy(() -> files.read(path))
                        .isInstanceOf(UnverifiedException.class)
                        .hasMessage(server.url() + "/" + path + " is larger than such a file can be");
            }
        }
    }

    @Test
    void whatIsNotTheGzipThatItIsCalledCannotBeReadWhichIsNoDamage() throws Exception {
        byte[] whole = gzip(Vectors.file("log600/tile/0/000"));
        for (byte[] body : List.of(ascii("abc"), new byte[0], Arrays.copyOf(whole, whole.length - 9))) {
            try (HostileServer server = server("Content-Encoding: gzip\r\n", body);
                    HttpFiles files = new HttpFiles(server.url())) {
                assertThatThrownBy(() -> files.read("tile/0/000"))
                        .isInstanceOf(IOException.class)
                        .hasMessage(server.url() + "/tile/0/000 is sent as gzip, but is none that can be unpacked");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "deflate, gzip"})
    void anotherCodingCannotBeReadWhichIsNoDamage(String coding) throws Exception {
        try (HostileServer server = server("Content-Encoding: " + coding + "\r\n", ascii("abc"));
                HttpFiles files = new HttpFiles(server.url())) {
            assertThatThrownBy(() -> files.read("tile/0/000"))
                    .isInstanceOf(IOException.class)
                    .hasMessage(server.url() + "/tile/0/000 is sent in the coding \"" + coding
                            + "\"; only gzip is understood, or none");
        }
    }
}
