package org.nestledger.query.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the next page of a list begins, as text that a client hands back.
 *
 * @param question tells the list's order and filters from others
 * @param keys what the last entry was sorted by
 */
record Cursor(String question, List<String> keys) {

    private static final int BYTES = 9;

    /** Tells these parts from others. */
    static String question(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return encoded(Arrays.copyOf(digest.digest(), BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String text() {
        return question + "."
                + keys.stream()
                        .map(key -> encoded(key.getBytes(StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("."));
    }

    /**
     * The cursor that a client hands back.
     *
     * @param question that it is handed back with
     * @throws InvalidPageRequest when it is none, or one of another question
     */
    static Cursor parse(String text, String question, int keys) {
        String[] parts = text.split("\\.", -1);
        if (parts.length < 2) {
            throw none(text);
        }
        if (!parts[0].equals(question)) {
            throw new InvalidPageRequest(
                    "\"" + text + "\" is not a cursor of this list with this sort and these filters;"
                            + " keep those of the page before, or leave cursor out");
        }
        if (parts.length != keys + 1) {
            throw none(text);
        }
        List<String> decoded = new ArrayList<>();
        try {
            for (String part : parts) {
                decoded.add(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException _) {
            throw none(text);
        }
        return new Cursor(question, decoded.subList(1, decoded.size()));
    }

    static InvalidPageRequest none(String text) {
        return new InvalidPageRequest("\"" + text + "\" is not a cursor of this list; take it from the page before");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
