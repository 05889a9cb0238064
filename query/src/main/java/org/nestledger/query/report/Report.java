package org.nestledger.query.report;

import java.time.LocalDate;
import java.util.List;

/** What all reports have in common. Their own members are typed; tables of text are made of them for people. */
public interface Report {

    String title();

    /** The last business day that counts. */
    LocalDate asOf();

    /** The last record that counts. */
    KnownPosition knownAt();

    /** The figures that can be held against those of another period; none in a report of a day. */
    default List<FigureTable> figureTables() {
        return List.of();
    }

    /**
     * The figures that explain themselves: those above and, beside them, those of single things such as a supply, which no
     * other period has.
     */
    default List<FigureTable> explainedTables() {
        return figureTables();
    }

    /** The same for whoever is not told who recorded what; itself when it tells nobody. */
    default Report unnamed() {
        return this;
    }

    /** All that the report says, as tables. */
    List<Section> sections();
}
