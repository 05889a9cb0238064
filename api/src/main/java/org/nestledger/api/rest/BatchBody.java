package org.nestledger.api.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.springframework.http.HttpStatus;

/**
 * The lines of a batch.
 *
 * <p>All are read before the first is given: a body that is too large or breaks off changes nothing, and a sender who
 * reads no answer before all is sent is not waited for in vain.
 */
final class BatchBody {

    /** The largest body of a batch that is taken, in bytes. */
    static final int MAX_BYTES = 4_000_000;

    /** The most commands that are taken together. */
    static final int MAX_COMMANDS = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A line that is not blank. */
    static final class Line {

        private final int number;
        private final byte[] json;

        private Line(int number, byte[] json) {
            this.number = number;
            this.json = json;
        }

        /** Counted from 1, blank lines included. */
        int number() {
            return number;
        }

        byte[] json() {
            return json;
        }
    }

    private BatchBody() {}

    /**
     * The lines that are not blank, in their order.
     *
     * @throws ProblemException when there is none, when they are too many or too long, or when they come too slowly
     */
    static List<Line> read(InputStream body) throws IOException {
        List<Line> lines = lines(whole(body));
        if (lines.isEmpty()) {
            throw new ProblemException(Problem.of(Rejection.of(
                    RefusalCode.MALFORMED, "The batch has no command.", "Send one command a line, as a JSON object.")));
        }
        if (lines.size() > MAX_COMMANDS) {
            throw tooLarge(lines.size() + " commands; at most " + MAX_COMMANDS + " are taken together.");
        }
        return lines;
    }

    private static byte[] whole(InputStream body) throws IOException {
        long start = System.nanoTime();
        byte[] bytes = new byte[8192];
        int length = 0;
        for (int more = body.read(bytes); more >= 0; more = body.read(bytes, length, bytes.length - length)) {
            length += more;
            if (length > MAX_BYTES) {
                throw tooLarge("more than " + MAX_BYTES + " bytes.");
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new ProblemException(Problem.of(
                        HttpStatus.REQUEST_TIMEOUT,
                        HttpStatus.REQUEST_TIMEOUT.name(),
                        "The batch was not there within " + PATIENCE.toSeconds() + " seconds; nothing of it was given.",
                        "Send it faster, or in smaller parts."));
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * length, MAX_BYTES + 1));
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static List<Line> lines(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (int start = 0; start < bytes.length; number++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (!isBlank(bytes, start, end)) {
                lines.add(new Line(number + 1, Arrays.copyOfRange(bytes, start, end)));
            }
            start = end + 1;
        }
        return lines;
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static ProblemException tooLarge(String size) {
        return new ProblemException(Problem.of(Rejection.of(
                RefusalCode.TOO_LARGE,
                "The batch has " + size + " Nothing of it was given.",
                "Send it in smaller parts.")));
    }
}
