package org.nestledger.core.decision;

import java.util.List;

/** What somebody asks the ledger to record. Who asks, when, and under which id come in beside it. */
public interface LedgerCommand {

    /** The zone in whose books the command writes. */
    String zone();

    /** That zone, and others whose books it writes in too. */
    default List<String> writesIn() {
        return List.of(zone());
    }

    /** Whether its decision tells what differs when its id was used before with another body. */
    default boolean explainsReuse() {
        return false;
    }
}
