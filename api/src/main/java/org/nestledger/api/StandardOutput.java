package org.nestledger.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a command prints to. It remembers why something was not written, which a print writer keeps to itself. */
final class StandardOutput extends OutputStream {

    /** What the system says when the reader of a pipe has had enough, as {@code head} has: that is no failure. */
    private static final String NO_READER = "Broken pipe";

    private final OutputStream out;
    private @Nullable String failure;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Why not everything was written, if anybody would have read it. */
    Optional<String> loss() {
        return Optional.ofNullable(failure).filter(reason -> !reason.equals(NO_READER));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException notWritten) {
            throw failed(notWritten);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException notWritten) {
            throw failed(notWritten);
        }
    }

    private IOException failed(IOException notWritten) {
        failure = Objects.requireNonNullElse(notWritten.getMessage(), "no reason was given");
        return notWritten;
    }
}
