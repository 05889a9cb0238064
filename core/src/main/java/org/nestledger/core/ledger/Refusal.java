package org.nestledger.core.ledger;

import java.util.regex.Pattern;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import tools.jackson.core.JacksonException;

/** Carries a rejection out of the depth of a reader. Never leaves this package. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Where the parser's source is, which it does not know, and which of its switches would help a programmer. */
    private static final Pattern ASIDE = Pattern.compile(
            " \\((?:start marker at|but could if|bound as) .*| \\(`JsonToken\\.\\w+`\\)|, from `[^`]*`");

    private final transient Rejection rejection;

    Refusal(RefusalCode code, String message, String remedy) {
        this(Rejection.of(code, message, remedy));
    }

    Refusal(Rejection rejection) {
        super(rejection.message(), null, false, false);
        this.rejection = rejection;
    }

    static Refusal malformed(String message) {
        return new Refusal(RefusalCode.MALFORMED, message, "Send one JSON object with the members of the command.");
    }

    Rejection rejection() {
        return rejection;
    }

    /** The first line of what the parser says, without its asides. */
    static String said(JacksonException problem) {
        String line = problem.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return ASIDE.matcher(line).replaceAll("");
    }

    /** The same, cut when it is long, and where it is. */
    static String brief(JacksonException problem) {
        String message = said(problem);
        String where = problem.getLocation() == null || problem.getLocation().getColumnNr() < 1
                ? ""
                : " (line " + problem.getLocation().getLineNr() + ", column "
                        + problem.getLocation().getColumnNr() + ")";
        return (message.length() <= 200 ? message : message.substring(0, 200) + "…") + where;
    }
}
