package org.nestledger.core.decision;

import java.time.LocalDate;
import java.util.List;

/** A fact of the ledger. Its bytes are kept for ever: names and fields of a version never change. */
public interface LedgerEvent {

    /** The zone whose books it belongs to. */
    String zone();

    /** The business date of the fact. */
    LocalDate occurredOn();

    /** The papers that it rests on; none when nobody stated any. */
    List<Document> documents();

    /** What a decision can find it by, as {@code key:value}. */
    List<String> tags();

    /** Whether it can be taken back by a reversal. */
    boolean reversible();

    /** The zones in whose books it writes. */
    default List<String> writesIn() {
        return List.of(zone());
    }

    /** The tags of what exists since it: what else stands under them builds on it. */
    default List<String> founds() {
        return List.of();
    }

    /**
     * Names of what it gives a new value or a next step, or of what it does once, so that only the last of the same name can
     * be taken back.
     */
    default List<String> replaces() {
        return List.of();
    }
}
