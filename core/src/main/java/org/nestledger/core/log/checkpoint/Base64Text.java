package org.nestledger.core.log.checkpoint;

import java.util.Base64;

/** Base64 with padding, in its one canonical form. */
final class Base64Text {

    private Base64Text() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Fails with {@link UnverifiedException} for a second form of the same bytes too. */
    static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new UnverifiedException("it holds malformed base64", malformed);
        }
        throw new UnverifiedException("it holds base64 that is not canonical");
    }
}
