package org.nestledger.core.log.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.audit.HostileServer.ascii;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LogUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://example.org/log           | is no URL; write it like http://127.0.0.1:8080/log",
                "http:/log                       | is no URL; write it like http://127.0.0.1:8080/log",
                "http://127.0.0.1:99999/log      | is no URL; write it like http://127.0.0.1:8080/log",
                "http://a b/log                  | is no URL; write it like http://127.0.0.1:8080/log",
                "http://[::1/log                 | is no URL; write it like http://127.0.0.1:8080/log",
                "http://ledger.example/log?x=1   | has a query, which the URL of a log may not have; leave out \"?x=1\"",
                "http://ledger.example/log?      | has a query, which the URL of a log may not have; leave out \"?\"",
                "http://ledger.example/log#f     | has a fragment, which the URL of a log may not have; leave out \"#f\"",
                "http://ledger.example/log?x#f   | has a query, which the URL of a log may not have; leave out \"?x#f\"",
                "http://my_ledger:8080/log       | names a host that no URL can have, my_ledger:8080; write its address, or a name of letters, digits, dots and hyphens",
                "HTTPS://my_ledger/log           | names a host that no URL can have, my_ledger; write its address, or a name of letters, digits, dots and hyphens"
            })
    void whatIsNoneIsSaidWithWhatToWriteInstead(String url, String why) {
        assertThatThrownBy(() -> new HttpFiles(url).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    @Test
    void itsSchemeMayBeWrittenInCapitals() throws Exception {
        try (HostileServer server =
                        new HostileServer(out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")));
                HttpFiles files = new HttpFiles(server.url().replace("http:", "HTTP:"))) {
            assertThat(files.read("checkpoint")).hasValue(ascii("abc"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void thatOnlySomeMayReadAFileIsToldFromOtherFailures(int status) throws Exception {
        try (HostileServer server = new HostileServer(
                        out -> out.write(ascii("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n")));
                HttpFiles files = new HttpFiles(server.url())) {
            assertThatThrownBy(() -> files.read("tile/entries/000"))
                    .isInstanceOf(NotPermittedException.class)
                    .hasMessage(server.url() + "/tile/entries/000 answers with status " + status);
        }
    }
}
