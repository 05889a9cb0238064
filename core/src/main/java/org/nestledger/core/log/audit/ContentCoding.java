package org.nestledger.core.log.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.nestledger.core.log.checkpoint.UnverifiedException;

/** How a file is coded on its way (RFC 9110). A log's server may send gzip without being asked (C2SP tlog-tiles). */
enum ContentCoding {

    /** As it is. */
    IDENTITY,

    GZIP,

    /** Another one, or more than one. */
    UNKNOWN;

    /** Those that are understood. */
    static final String ACCEPTED = "gzip, identity";

    private static final String HEADER = "Content-Encoding";

    /** What gzip adds to a file that it cannot make smaller: its ends, and less than this part of it. */
    private static final int OVERHEAD = 1_000;

    static ContentCoding of(HttpHeaders headers) {
        List<String> codings = Arrays.stream(text(headers).split(","))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"))
                .toList();
        if (codings.isEmpty()) {
            return IDENTITY;
        }
        return codings.size() == 1
                        && codings.getFirst().toLowerCase(Locale.ROOT).matches("(x-)?gzip")
                ? GZIP
                : UNKNOWN;
    }

    private static String text(HttpHeaders headers) {
        return String.join(", ", headers.allValues(HEADER));
    }

    /** The most bytes that a file of at most so many is sent with. */
    int limit(int decoded) {
        return this == GZIP ? decoded + decoded / OVERHEAD + OVERHEAD : decoded;
    }

    /**
     * The file that was sent.
     *
     * @param limit the most bytes that it can have
     * @throws UnverifiedException when it has more
     * @throws IOException when it cannot be decoded; the message is for people
     */
    byte[] decode(byte[] sent, int limit, URI uri, HttpHeaders headers) throws IOException {
        return switch (this) {
            case IDENTITY -> sent;
            case GZIP -> inflate(sent, limit, uri);
            case UNKNOWN ->
                throw new IOException(
                        uri + " is sent in the coding \"" + text(headers) + "\"; only gzip is understood, or none");
        };
    }

    private static byte[] inflate(byte[] sent, int limit, URI uri) throws IOException {
        byte[] bytes;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            bytes = in.readNBytes(limit + 1);
        } catch (IOException malformed) {
            throw new IOException(uri + " is sent as gzip, but is none that can be unpacked", malformed);
        }
        if (bytes.length > limit) {
            throw FileSize.exceeded(uri.toString());
        }
        return bytes;
    }
}
