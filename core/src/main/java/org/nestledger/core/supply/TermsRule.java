package org.nestledger.core.supply;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;

/** Numbers of agreed terms must be numbers; what they say is recorded as agreed. */
public final class TermsRule {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private TermsRule() {}

    public static @Nullable Rejection refusal(SupplyTerms terms) {
        return Stream.concat(
                        Stream.of(terms.floorAreaRatioMin(), terms.floorAreaRatioMax())
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull),
                        terms.useTerms().stream().map(UseTerm::years))
                .filter(number -> !DECIMAL.matcher(number).matches())
                .findFirst()
                .map(number -> Rejection.of(
                        RefusalCode.INVALID_FIELD,
                        "\"" + number + "\" is not a plain decimal.",
                        "Write floor area ratios and years like \"1.5\"."))
                .orElse(null);
    }
}
