package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AnswerCacheTest {

    private static final String TAG = "\"a\"";

    private final AnswerCache answers = new AnswerCache();

    private static MockHttpServletRequest get() {
        return new MockHttpServletRequest("GET", "/api/v1/zones");
    }

    private static MockHttpServletResponse answered(int status) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setStatus(status);
        response.setContentType("text/csv;charset=UTF-8;header=present");
        response.setHeader("ETag", TAG);
        response.setHeader("Cache-Control", "no-cache, private");
        response.addHeader("Vary", "Accept, Authorization");
        response.setHeader("Link", "<next>; rel=\"next\"");
        response.setHeader("X-Of-One-Request", "1");
        return response;
    }

    private void keep(MockHttpServletRequest request, MockHttpServletResponse response) {
        AnswerCache.mayKeep(request, TAG);
        answers.keep(request, response, "body".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerIsGivenAgainWithWhatBelongsToIt() {
        keep(get(), answered(200));
        MockHttpServletRequest request = get();
        MockHttpServletResponse again = new MockHttpServletResponse();

        assertThat(answers.give(TAG, request, again)).isTrue();
        assertThat(AnswerCache.given(request))
                .hasValueSatisfying(kept -> assertThat(kept.body()).asString().isEqualTo("body"));
        assertThat(again.getContentType()).isEqualTo("text/csv;charset=UTF-8;header=present");
        assertThat(again.getHeader("ETag")).isEqualTo(TAG);
        assertThat(again.getHeader("Cache-Control")).isEqualTo("no-cache, private");
        assertThat(again.getHeaders("Vary")).containsExactly("Accept, Authorization");
        assertThat(again.getHeader("Link")).isEqualTo("<next>; rel=\"next\"");
        assertThat(again.containsHeader("X-Of-One-Request")).isFalse();
    }

    @Test
    void itIsCompressedOnce() throws IOException {
        keep(get(), answered(200));
        MockHttpServletRequest request = get();
        answers.give(TAG, request, new MockHttpServletResponse());
        AnswerCache.Kept kept = AnswerCache.given(request).orElseThrow();
        byte[] compressed = kept.compressed();

        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
                .asString()
                .isEqualTo("body");
        assertThat(kept.compressed()).isSameAs(compressed);
    }

    @Test
    void anotherTagIsAnotherAnswer() {
        keep(get(), answered(200));
        MockHttpServletRequest request = get();
        assertThat(answers.give("\"b\"", request, new MockHttpServletResponse()))
                .isFalse();
        assertThat(AnswerCache.given(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {206, 304, 404, 503})
    void onlyWholeAnswersAreKept(int status) {
        keep(get(), answered(status));
        assertThat(answers.give(TAG, get(), new MockHttpServletResponse())).isFalse();
    }

    @Test
    void anAnswerWithoutItsBodyIsNeitherKeptNorGiven() {
        MockHttpServletRequest head = new MockHttpServletRequest("HEAD", "/api/v1/zones");
        keep(head, answered(200));
        assertThat(answers.give(TAG, get(), new MockHttpServletResponse())).isFalse();
        keep(get(), answered(200));
        assertThat(answers.give(TAG, head, new MockHttpServletResponse())).isFalse();
    }

    @Test
    void anAnswerOfWhichNobodySaidWhatItIsOfIsNotKept() {
        answers.keep(get(), answered(200), new byte[1]);
        assertThat(answers.give(TAG, get(), new MockHttpServletResponse())).isFalse();
    }

    @Test
    void anAnswerWhoseTagWasTakenAwayIsNotKept() {
        MockHttpServletResponse untagged = answered(200);
        untagged.setHeader("ETag", null);
        keep(get(), untagged);
        assertThat(answers.give(TAG, get(), new MockHttpServletResponse())).isFalse();
    }
}
