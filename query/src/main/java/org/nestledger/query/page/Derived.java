package org.nestledger.query.page;

/** Rows that follow from those of other tables, which are written before them. */
public sealed interface Derived permits Refold, Sums {

    /** Where they are, with the schema. */
    String table();

    /** A statement that gives them, of all that is known. */
    String rows();
}
