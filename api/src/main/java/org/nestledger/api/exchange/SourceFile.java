package org.nestledger.api.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A file whose format is understood, ready to be imported. */
interface SourceFile {

    Path path();

    /** What people should know about it before it is imported, one line each. */
    List<String> warnings();

    /** How many lines it has, to show progress against. */
    long lines();

    /** Gives every row to the ledger and says, in the order of the file, what became of it. */
    void importInto(Gateway gateway, Consumer<RowOutcome> outcomes);
}
