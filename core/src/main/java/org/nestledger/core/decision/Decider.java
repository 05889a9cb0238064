package org.nestledger.core.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decisions of one feature. {@code decide} is pure and may refuse. */
public interface Decider<C extends LedgerCommand> {

    /** What the decision reads, known from the command alone. */
    Boundary boundary(C command);

    /**
     * What the decision reads besides, known once the facts within its boundary are. It is asked again with what that
     * gave, until it names nothing else.
     */
    default Boundary further(C command, Facts facts) {
        return Boundary.none();
    }

    /** The zones in whose books it writes, known once the facts within its boundary are. */
    default List<String> writesIn(C command, Facts facts) {
        return command.writesIn();
    }

    /** Decides on the facts within all boundaries. */
    Decision decide(C command, Facts facts, Moment moment);

    /** Rules over what the facts would be once the accepted events stand, the proposed ones last. */
    default @Nullable Rejection afterwards(C command, Facts after) {
        return null;
    }
}
