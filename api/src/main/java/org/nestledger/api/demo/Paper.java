package org.nestledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import org.nestledger.core.decision.Document;

/** Invented papers that commands rest on. */
final class Paper {

    private Paper() {}

    static List<Document> approval(String number, LocalDate date) {
        return List.of(Document.numbered("approval", Invented.labelled(number), "Guangdong Province", date));
    }

    static List<Document> none() {
        return List.of();
    }
}
