package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.audit.HostileServer.ascii;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
}
