package org.nestledger.core.decision;

/** The decisions of one feature. {@code decide} is pure and may refuse. */
public interface Decider<C extends LedgerCommand> {

    /** What the decision reads, known from the command alone. */
    Boundary boundary(C command);

    /** Decides on the facts within the boundary. */
    Decision decide(C command, Facts facts, Moment moment);
}
