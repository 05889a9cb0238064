package org.nestledger.api.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Between a bundle and its bytes. */
public final class BundleFile {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private BundleFile() {}

    public static byte[] format(FigureBundle bundle) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle);
    }

    /**
     * Reads a bundle; nothing is verified.
     *
     * @throws UnverifiedException when it is none or not whole
     */
    public static FigureBundle parse(byte[] file) {
        try {
            FigureBundle bundle = MAPPER.readerFor(FigureBundle.class).readValue(file);
            if (bundle == null) {
                throw new UnverifiedException("it is empty");
            }
            if (!bundle.format().equals(FigureBundle.FORMAT)) {
                throw new UnverifiedException(
                        "it is of format \"" + bundle.format() + "\", not " + FigureBundle.FORMAT);
            }
            return bundle;
        } catch (JacksonException malformed) {
            throw new UnverifiedException(
                    "it is no whole bundle of format " + FigureBundle.FORMAT + ": " + firstLine(malformed), malformed);
        }
    }

    private static String firstLine(JacksonException malformed) {
        Throwable root = malformed.getCause() instanceof NullPointerException missing ? missing : malformed;
        String message = root instanceof JacksonException jackson ? jackson.getOriginalMessage() : root.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("it is empty");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws UnverifiedException when it is not the one base64 text of some bytes */
    static byte[] bytes(String base64, long position) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (base64(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new UnverifiedException("position " + position + " holds malformed base64", malformed);
        }
        throw new UnverifiedException("position " + position + " holds base64 that is not canonical");
    }
}
