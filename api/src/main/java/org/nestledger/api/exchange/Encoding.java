package org.nestledger.api.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the characters of a file are written.
 *
 * @param markLength bytes of the byte order mark that the text starts after
 */
record Encoding(Charset charset, int markLength) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;

    /** What a charset makes of a file: characters beyond ASCII, and places that it cannot read. */
    private record Census(long foreign, long malformed) {}

    /** The encoding that the file states by its mark, else the one that reads it best. */
    static Encoding of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return new Encoding(guess(file), 0);
    }

    /**
     * One broken byte must not turn a whole UTF-8 file into other characters, so a file that is UTF-8 in most places
     * stays UTF-8 and only its broken cells are refused. Chinese text in GB18030 is hardly anywhere valid UTF-8.
     */
    private static Charset guess(Path file) throws IOException {
        Census utf8 = census(file, StandardCharsets.UTF_8);
        if (utf8.malformed() == 0 || utf8.foreign() > utf8.malformed()) {
            return StandardCharsets.UTF_8;
        }
        return census(file, GB18030).malformed() < utf8.malformed() ? GB18030 : StandardCharsets.UTF_8;
    }

    private static Census census(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long foreign = 0;
        long malformed = 0;
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(count, 0)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, chars, end);
                    foreign += chars.flip().chars().filter(c -> c > 0x7f).count();
                    chars.clear();
                    if (result.isError()) {
                        malformed++;
                        bytes.position(bytes.position() + result.length());
                    }
                } while (!result.isUnderflow());
                bytes.compact();
            }
        }
        return new Census(foreign, malformed);
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
