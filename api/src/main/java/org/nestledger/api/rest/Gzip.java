package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The content coding gzip: what is given in it, to whom, and under which tag. */
final class Gzip {

    static final String CODING = "gzip";

    /** Below so many bytes it is not worth it: what fits into one packet is as fast either way. */
    static final int MIN_BYTES = 1_400;

    private static final Pattern CODINGS =
            Pattern.compile("(?:^|,)\\s*([^\\s,;]+)\\s*(?:;\\s*q=([01](?:\\.[0-9]{0,3})?)\\s*)?(?=,|$)");

    private static final String MARK = "-gzip\"";

    private Gzip() {}

    /** How the body of an answer of some type is given. */
    enum Body {
        /** Whole, so that its length is known: compressed when it is worth it. */
        WHOLE,
        /** Line by line as it comes. */
        LINES,
        /** As it is: live, or of bytes that do not get smaller. */
        PLAIN
    }

    static Body bodyOf(@Nullable String contentType) {
        if (contentType == null) {
            return Body.PLAIN;
        }
        MediaType type = MediaType.parseMediaType(contentType);
        if (type.isCompatibleWith(MediaType.APPLICATION_NDJSON)) {
            return Body.LINES;
        }
        return type.getSubtype().equals("json")
                        || type.getSubtype().endsWith("+json")
                        || type.isCompatibleWith(MediaType.parseMediaType(Csv.TYPE))
                ? Body.WHOLE
                : Body.PLAIN;
    }

    /** Whether the sender of a request takes gzip, and does not prefer the bytes as they are (RFC 9110, 12.5.3). */
    static boolean isAccepted(HttpServletRequest request) {
        Map<String, BigDecimal> qualities = new HashMap<>();
        for (String header : Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING))) {
            CODINGS.matcher(header.toLowerCase(Locale.ROOT))
                    .results()
                    .forEach(found -> qualities.putIfAbsent(
                            found.group(1), found.group(2) == null ? BigDecimal.ONE : new BigDecimal(found.group(2))));
        }
        BigDecimal any = qualities.getOrDefault("*", BigDecimal.ZERO);
        BigDecimal gzip = qualities.getOrDefault(CODING, qualities.getOrDefault("x-gzip", any));
        return gzip.signum() > 0 && gzip.compareTo(qualities.getOrDefault("identity", BigDecimal.ZERO)) >= 0;
    }

    static byte[] compressed(byte[] bytes, int length) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes, 0, length);
        }
        return compressed.toByteArray();
    }

    /** The tag of the compressed bytes of an answer with this tag. */
    static String marked(String tag) {
        return tag.endsWith("\"") ? tag.substring(0, tag.length() - 1) + MARK : tag;
    }

    /** A list of tags as they are of the bytes before they were compressed. */
    static String unmarked(String tags) {
        return tags.replace(MARK, "\"");
    }
}
