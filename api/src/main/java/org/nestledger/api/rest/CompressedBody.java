package org.nestledger.api.rest;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The body of an answer, of which it is decided at its first byte how it is given. */
final class CompressedBody extends ServletOutputStream {

    private final Beginning beginning;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable Begun begun;
    private @Nullable OutputStream out;

    CompressedBody(Beginning beginning) {
        this.beginning = beginning;
    }

    /** Decides how the body is given. */
    @FunctionalInterface
    interface Beginning {
        Begun begin() throws IOException;
    }

    /**
     * How the body is given.
     *
     * @param to where it goes as it comes; it is kept when absent
     * @param compressed whether it goes there in gzip
     */
    record Begun(@Nullable ServletOutputStream to, boolean compressed) {
        static final Begun WHOLE = new Begun(null, false);
    }

    private OutputStream out() throws IOException {
        if (out == null) {
            begun = beginning.begin();
            ServletOutputStream to = begun.to();
            if (to == null) {
                out = kept;
            } else {
                out = begun.compressed() ? new GZIPOutputStream(to, true) : to;
            }
        }
        return out;
    }

    boolean isBegun() {
        return begun != null;
    }

    boolean isWhole() {
        return begun != null && begun.to() == null;
    }

    /** What was kept. */
    byte[] bytes() {
        return kept.toByteArray();
    }

    /** Writes what is left to write of a body that goes out as it comes. */
    void end() throws IOException {
        if (out instanceof GZIPOutputStream gzip) {
            gzip.finish();
        }
    }

    @Override
    public void write(int oneByte) throws IOException {
        out().write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out().flush();
    }

    @Override
    public boolean isReady() {
        return begun == null || begun.to() == null || begun.to().isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("answers are written by threads that may wait");
    }
}
