package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.audit.HostileServer.ascii;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.log.checkpoint.UnverifiedException;

@Timeout(60)
class HttpFilesTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static HttpFiles impatient(HostileServer server) {
        return new HttpFiles(server.url(), null, Duration.ofSeconds(1));
    }

    @Test
    void aFileIsReadOrIsMissingOrTheStatusIsNamed() throws Exception {
        try (HostileServer server = new HostileServer(out -> out.write(ascii(OK + "Content-Length: 3\r\n\r\nabc")));
                HttpFiles files = new HttpFiles(server.url())) {
            assertThat(files.read("checkpoint")).hasValue(ascii("abc"));
        }
        try (HostileServer server =
                        new HostileServer(out -> out.write(ascii("HTTP/1.1 404 X\r\nContent-Length: 2\r\n\r\nno")));
                HttpFiles files = new HttpFiles(server.url())) {
            assertThat(files.read("checkpoint")).isEmpty();
        }
        try (HostileServer server =
                        new HostileServer(out -> out.write(ascii("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n")));
                HttpFiles files = new HttpFiles(server.url())) {
            assertThatThrownBy(() -> files.read("checkpoint"))
                    .isInstanceOf(IOException.class)
                    .hasMessage(server.url() + "/checkpoint answers with status 500");
        }
    }

    @Test
    void anAnswerThatEndsEarlyIsNoFile() throws Exception {
        try (HostileServer server = new HostileServer(out -> out.write(ascii(OK + "Content-Length: 4\r\n\r\nabc")));
                HttpFiles files = new HttpFiles(server.url())) {
            assertThatThrownBy(() -> files.read("checkpoint"))
                    .isInstanceOf(IOException.class)
                    .hasMessage(server.url() + "/checkpoint cannot be reached");
        }
    }

    @Test
    void aServerThatStopsBeforeItsAnswerOrWithinTheFileIsNotWaitedForForEver() throws Exception {
        for (String begun : new String[] {"", OK + "Content-Length: 4\r\n\r\nabc"}) {
            CountDownLatch never = new CountDownLatch(1);
            try (HostileServer server = new HostileServer(out -> {
                        out.write(ascii(begun));
                        never.await();
                    });
                    HttpFiles files = impatient(server)) {
                assertThatThrownBy(() -> files.read("checkpoint"))
                        .isInstanceOf(IOException.class)
                        .hasMessage(server.url() + "/checkpoint has not sent the whole file within 1 s");
            } finally {
                never.countDown();
            }
        }
    }

    @Test
    void aServerThatDripsIsNotListenedToForEver() throws Exception {
        try (HostileServer server = new HostileServer(out -> {
                    out.write(ascii(OK + "Content-Length: 8192\r\n\r\n"));
                    while (true) {
                        out.write('x');
                        Thread.sleep(100);
                    }
                });
                HttpFiles files = impatient(server)) {
            assertThatThrownBy(() -> files.read("tile/0/000"))
                    .isInstanceOf(IOException.class)
                    .hasMessage(server.url() + "/tile/0/000 has not sent the whole file within 1 s");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "tile/0/000", "tile/1/000.p/2", "tile/entries/000"})
    void ofAServerThatSendsWithoutEndNoMoreIsReadThanSuchAFileCanHave(String path) throws Exception {
        CountDownLatch refused = new CountDownLatch(1);
        try (HostileServer server = new HostileServer(out -> {
                    out.write(ascii(OK + "\r\n"));
                    try {
                        while (true) {
                            out.write(new byte[65_536]);
                        }
                    } catch (IOException closed) {
                        refused.countDown();
                    }
                });
                HttpFiles files = new HttpFiles(server.url())) {
            assertThatThrownBy(() -> files.read(path))
                    .isInstanceOf(UnverifiedException.class)
                    .hasMessage(server.url() + "/" + path + " is larger than such a file can be");
            refused.await();
        }
    }

    @ParameterizedTest
    @CsvSource({"checkpoint, 1000000", "tile/0/000, 8192", "tile/entries/000, 16777472"})
    void aFileMayBeAsLargeAsItCanBeAndNoLarger(String path, int most) throws Exception {
        AtomicInteger length = new AtomicInteger(most);
        try (HostileServer server = new HostileServer(out -> {
                    out.write(ascii(OK + "Content-Length: " + length + "\r\n\r\n"));
                    out.write(new byte[length.get()]);
                });
                HttpFiles files = new HttpFiles(server.url())) {
            assertThat(files.read(path).orElseThrow()).hasSize(most);
            length.set(most + 1);
            assertThatThrownBy(() -> files.read(path)).hasMessageEndingWith(" is larger than such a file can be");
        }
    }

    @Test
    void aLongPageThatSaysThatThereIsNoFileIsNoFile() throws Exception {
        try (HostileServer server = new HostileServer(out -> {
                    out.write(ascii("HTTP/1.1 404 X\r\nContent-Length: 2000000\r\n\r\n"));
                    out.write(new byte[2_000_000]);
                });
                HttpFiles files = new HttpFiles(server.url())) {
            assertThat(files.read("tile/0/000")).isEmpty();
        }
    }
}
