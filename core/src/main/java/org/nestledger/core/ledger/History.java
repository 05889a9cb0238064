package org.nestledger.core.ledger;

import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Facts;

/** Where a decision's facts come from. */
interface History {

    /**
     * The facts within a boundary. What is appended within the context is appended on condition that nothing has come
     * to the boundary since.
     *
     * @param latest whether all that is in the log now must be among them; otherwise they may be a moment old
     */
    CompletableFuture<Facts> facts(Boundary boundary, ProcessingContext context, boolean latest);

    /** Whether facts that need not be the latest can be older. */
    boolean mayLag();
}
