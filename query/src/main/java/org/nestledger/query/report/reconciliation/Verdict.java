package org.nestledger.query.report.reconciliation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.nestledger.core.claim.Precision;

/** What the ledger says to a published figure, with a sentence for people. In JSON the member {@code code} tells them apart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "code")
public sealed interface Verdict {

    String sentence();

    /** The same number. */
    @JsonTypeName("AGREES")
    record Agrees(String sentence) implements Verdict {}

    /** @param cut how the publisher cut it, and as which alone it agrees */
    @JsonTypeName("AGREES_AS_PUBLISHED")
    record AgreesAsPublished(Precision cut, String sentence) implements Verdict {}

    /** @param by the published number less the ledger's, in the published unit, at most six decimals */
    @JsonTypeName("DIFFERS")
    record Differs(String by, String sentence) implements Verdict {}

    /** The ledger has nothing to compare it with. */
    @JsonTypeName("NOT_DERIVABLE")
    record NotDerivable(String sentence) implements Verdict {}

    /** No number was published, so that nothing can be compared; the sentence is what the ledger says. */
    @JsonTypeName("STATEMENT")
    record Statement(String sentence) implements Verdict {}

    /** The name of the verdict in every form of the report. */
    default String name() {
        return switch (this) {
            case Agrees _ -> "AGREES";
            case AgreesAsPublished _ -> "AGREES_AS_PUBLISHED";
            case Differs _ -> "DIFFERS";
            case NotDerivable _ -> "NOT_DERIVABLE";
            case Statement _ -> "STATEMENT";
        };
    }
}
