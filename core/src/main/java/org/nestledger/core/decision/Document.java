package org.nestledger.core.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A paper that supports a fact.
 *
 * @param kind what it is, such as "approval" or "contract"
 * @param number its number at the issuer
 * @param sha256 of its file, 64 lower-case hex digits
 */
public record Document(
        String kind,
        @Nullable String number,
        @Nullable String issuedBy,
        @Nullable LocalDate date,
        @Nullable String sha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Document {
        if (sha256 != null && !SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits");
        }
    }

    public static Document numbered(String kind, String number, String issuedBy, LocalDate date) {
        return new Document(kind, number, issuedBy, date, null);
    }

    @JsonIgnore
    public boolean isNumbered() {
        return number != null && !number.isBlank();
    }
}
