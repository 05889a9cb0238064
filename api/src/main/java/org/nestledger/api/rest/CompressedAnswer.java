package org.nestledger.api.rest;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** An answer that is given in gzip when its type and length are worth it. A whole body is kept until it ends. */
final class CompressedAnswer extends HttpServletResponseWrapper {

    private static final String LENGTH = HttpHeaders.CONTENT_LENGTH;

    private final HttpServletRequest request;
    private final boolean accepted;
    private final AnswerCache answers;
    private @Nullable CompressedBody body;
    private @Nullable PrintWriter writer;
    private long length = -1;

    /**
     * @param accepted whether gzip is
     * @param answers where a whole body may be kept
     */
    CompressedAnswer(HttpServletRequest request, HttpServletResponse response, boolean accepted, AnswerCache answers) {
        super(response);
        this.request = request;
        this.accepted = accepted;
        this.answers = answers;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (body == null) {
            body = new CompressedBody(this::begin);
        }
        return body;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    /** The headers are there when the first byte comes: they say how the body is given. */
    private CompressedBody.Begun begin() throws IOException {
        return switch (Gzip.bodyOf(getContentType())) {
            case WHOLE -> CompressedBody.Begun.WHOLE;
            case LINES -> {
                vary();
                if (accepted) {
                    mark();
                    yield new CompressedBody.Begun(super.getOutputStream(), true);
                }
                yield new CompressedBody.Begun(super.getOutputStream(), false);
            }
            case PLAIN -> {
                if (length >= 0) {
                    super.setContentLengthLong(length);
                }
                yield new CompressedBody.Begun(super.getOutputStream(), false);
            }
        };
    }

    private void vary() {
        super.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private void mark() {
        super.setHeader(HttpHeaders.CONTENT_ENCODING, Gzip.CODING);
        String tag = getHeader(HttpHeaders.ETAG);
        if (tag != null) {
            super.setHeader(HttpHeaders.ETAG, Gzip.marked(tag));
        }
    }

    /** Nothing more comes. */
    void finish() throws IOException {
        if (getStatus() == HttpStatus.NOT_MODIFIED.value()) {
            vary();
            sayWhichIsHeld();
            return;
        }
        Optional<AnswerCache.Kept> given = AnswerCache.given(request);
        if (given.isPresent()) {
            byte[] plain = given.get().body();
            giveWhole(plain.length, isWorthIt(plain) ? given.get().compressed() : plain);
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        if (body == null || !body.isBegun()) {
            if (length >= 0 && !isCommitted()) {
                super.setContentLengthLong(length);
            }
            return;
        }
        if (!body.isWhole()) {
            body.end();
            return;
        }
        byte[] bytes = body.bytes();
        answers.keep(request, this, bytes);
        giveWhole(bytes.length, isWorthIt(bytes) ? Gzip.compressed(bytes, bytes.length) : bytes);
    }

    private boolean isWorthIt(byte[] plain) {
        return accepted && plain.length >= Gzip.MIN_BYTES;
    }

    /** @param plainLength what the body has without gzip */
    private void giveWhole(int plainLength, byte[] bytes) throws IOException {
        vary();
        if (accepted && plainLength >= Gzip.MIN_BYTES) {
            mark();
        }
        super.setContentLengthLong(bytes.length);
        super.getOutputStream().write(bytes);
    }

    /** Whoever has the compressed answer hears of that one. */
    private void sayWhichIsHeld() {
        String tag = getHeader(HttpHeaders.ETAG);
        if (accepted
                && tag != null
                && Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                        .anyMatch(held -> held.contains(Gzip.marked(tag)))) {
            super.setHeader(HttpHeaders.ETAG, Gzip.marked(tag));
        }
    }

    /** Lines and live events go out at once; of a whole body nothing does before its end. */
    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (getStatus() != HttpStatus.NOT_MODIFIED.value() && Gzip.bodyOf(getContentType()) != Gzip.Body.WHOLE) {
            ((CompressedBody) getOutputStream()).flush();
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (name.equalsIgnoreCase(LENGTH)) {
            length = value == null ? -1 : Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (name.equalsIgnoreCase(LENGTH)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    private void forget() {
        body = null;
        writer = null;
        length = -1;
    }
}
