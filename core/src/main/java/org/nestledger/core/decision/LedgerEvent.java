package org.nestledger.core.decision;

import java.time.LocalDate;
import java.util.List;

/** A fact of the ledger. Its bytes are kept for ever: names and fields of a version never change. */
public interface LedgerEvent {

    /** The zone whose books it belongs to. */
    String zone();

    /** The business date of the fact. */
    LocalDate occurredOn();

    /** What a decision can find it by, as {@code key:value}. */
    List<String> tags();
}
