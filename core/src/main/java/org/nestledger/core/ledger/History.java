package org.nestledger.core.ledger;

import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;

/** Where a decision's facts come from. */
interface History {

    /** How much trouble is taken to know all facts. Whatever was missed, an append on the decision then fails. */
    enum Effort {
        /** Nothing is read: what was never asked for is taken to be empty, as it is for the id of something new. */
        ASSUME,
        /** What was never asked for is read; what was may be a moment old. */
        REMEMBER,
        /** All that is in the log now. */
        READ
    }

    /**
     * The facts within a boundary. What is appended within the context is appended on condition that they are all, and
     * that nothing has come to the boundary since.
     */
    CompletableFuture<Facts> facts(Boundary boundary, ProcessingContext context, Effort effort);

    /** A decision begins: what was read for another one in this context before is no condition of what it appends. */
    default void begin(ProcessingContext context) {}

    /** Whether less effort than to read makes a difference. */
    boolean remembers();
}
