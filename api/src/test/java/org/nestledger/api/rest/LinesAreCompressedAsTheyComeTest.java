package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LinesAreCompressedAsTheyComeTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    private final MockHttpServletResponse given = new MockHttpServletResponse();

    private CompressedAnswer lines(boolean accepted) {
        CompressedAnswer answer = new CompressedAnswer(request, given, accepted, new AnswerCache());
        answer.setContentType("application/x-ndjson");
        return answer;
    }

    private static String unpacked(byte[] bytes, int length) throws IOException {
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(length), StandardCharsets.UTF_8);
    }

    @Test
    void aLineGoesOutWhenItIsFlushed() throws IOException {
        CompressedAnswer answer = lines(true);
        answer.getOutputStream().write("{\"line\":1}\n".getBytes(StandardCharsets.UTF_8));
        answer.flushBuffer();
        assertThat(given.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(unpacked(given.getContentAsByteArray(), 11)).isEqualTo("{\"line\":1}\n");
        answer.getOutputStream().write("{\"line\":2}\n".getBytes(StandardCharsets.UTF_8));
        answer.finish();
        assertThat(unpacked(given.getContentAsByteArray(), 1_000)).isEqualTo("{\"line\":1}\n{\"line\":2}\n");
        assertThat(given.getHeader("Content-Length")).isNull();
    }

    @Test
    void whoDoesNotAcceptItGetsThemAsTheyAre() throws IOException {
        CompressedAnswer answer = lines(false);
        answer.getOutputStream().write("{\"line\":1}\n".getBytes(StandardCharsets.UTF_8));
        answer.flushBuffer();
        assertThat(given.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("{\"line\":1}\n");
        assertThat(given.getHeader("Content-Encoding")).isNull();
        assertThat(given.getHeaders("Vary")).contains("Accept-Encoding");
    }

    @Test
    void ofAWholeBodyNothingGoesOutBeforeItsEnd() throws IOException {
        CompressedAnswer answer = new CompressedAnswer(request, given, true, new AnswerCache());
        answer.setContentType("application/json");
        answer.getOutputStream().write('1');
        answer.getOutputStream().flush();
        answer.flushBuffer();
        assertThat(given.isCommitted()).isFalse();
        assertThat(given.getContentAsByteArray()).isEmpty();
        answer.finish();
        assertThat(given.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("1");
        assertThat(given.getHeader("Content-Length")).isEqualTo("1");
    }

    @Test
    void whatIsResetIsForgotten() throws IOException {
        CompressedAnswer answer = new CompressedAnswer(request, given, true, new AnswerCache());
        answer.setContentType("application/json");
        answer.getWriter().write("half an answer");
        answer.reset();
        answer.setContentType("application/problem+json");
        answer.getWriter().write("{}");
        answer.finish();
        assertThat(given.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("{}");
    }
}
