package org.nestledger.core.decision;

/** What somebody asks the ledger to record. Who asks, when, and under which id come in beside it. */
public interface LedgerCommand {

    /** The zone in whose books the command writes. */
    String zone();

    /** Whether its decision tells what differs when its id was used before with another body. */
    default boolean explainsReuse() {
        return false;
    }
}
