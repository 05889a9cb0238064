package org.nestledger.api.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.testing.ServedDemonstration;
import org.slf4j.LoggerFactory;

/** A body that is not of the form that its header says is the sender's mistake, and no reason to fill the server's log. */
class BrokenBodiesAreRefusedIT {

    private static final ServedDemonstration SERVED = ServedDemonstration.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\nnothing\r\n", "5\r\n{\"a\":1}\r\n0\r\n\r\n", "ffffffffffffffffffff\r\n{}\r\n", "5\r\n{"})
    void inChunksThatAreNone(String body) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            RawHttp.Answer answer = new RawHttp(SERVED.server().port())
                    .send(("POST /api/v1/commands/DesignateZone HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: Basic aGVhZHF1YXJ0ZXJzOmRlbW8=\r\n"
                                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                                    + "Connection: close\r\n\r\n" + body)
                            .getBytes(US_ASCII));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"MALFORMED\"").doesNotContain("Exception");
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).noneMatch(BrokenBodiesAreRefusedIT::isAComplaintAboutTheRequest);
    }

    /** Of whoever answers requests; what else the server does meanwhile may have reasons of its own to complain. */
    private static boolean isAComplaintAboutTheRequest(ILoggingEvent event) {
        return event.getLevel().isGreaterOrEqual(Level.WARN)
                && Stream.of("org.nestledger.api.rest", "org.apache", "org.springframework.web")
                        .anyMatch(event.getLoggerName()::startsWith);
    }
}
