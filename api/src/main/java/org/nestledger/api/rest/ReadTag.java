package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.nestledger.api.runtime.Program;
import org.nestledger.api.security.Sight;
import org.springframework.http.ETag;

/**
 * Strong entity tags. That of an answer is made of all that the answer depends on, so that it is known before the answer is.
 * Who asks is no part of it, but how much of the answer they are shown is: whoever is shown the same gets the same one.
 */
final class ReadTag {

    private static final int BYTES = 16;

    private ReadTag() {}

    /** The tag of the answer to a request that is asked of a moment. */
    static ETag of(HttpServletRequest request, ReadMoment moment) {
        List<String> parts = new ArrayList<>();
        parts.add(Program.identity());
        parts.add(moment.log());
        parts.add(Long.toString(moment.models()));
        parts.add(moment.positions().toString());
        parts.add(Long.toString(moment.signed()));
        parts.add(Sight.of(request).part());
        parts.add(request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals(RequestRules.MIN_POSITION)) {
                parts.add(name);
                parts.addAll(Arrays.asList(values));
            }
        });
        parts.add(Representation.of(request));
        return new ETag(
                hash(parts.stream()
                        .map(part -> part.getBytes(StandardCharsets.UTF_8))
                        .toList()),
                false);
    }

    /**
     * The tag of these bytes, for an answer that is nothing but them.
     *
     * @param headers what else is part of the answer
     */
    static String of(byte[] bytes, String... headers) {
        List<byte[]> parts = new ArrayList<>(List.of(bytes));
        for (String header : headers) {
            parts.add(header.getBytes(StandardCharsets.UTF_8));
        }
        return new ETag(hash(parts), false).formattedTag();
    }

    /** Each part with its length, so that no two lists of parts read the same. */
    private static String hash(List<byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
