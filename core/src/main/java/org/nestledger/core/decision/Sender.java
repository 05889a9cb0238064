package org.nestledger.core.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command.
 *
 * @param actor an opaque id, never a person's name
 * @param approvedBy who agreed to it besides, in the same form; absent when nobody did
 */
public record Sender(
        String actor, Set<Role> roles, @Nullable String approvedBy) {

    public Sender {
        roles = Set.copyOf(roles);
    }

    /** Somebody alone. */
    public Sender(String actor, Set<Role> roles) {
        this(actor, roles, null);
    }

    /** Whether somebody else agreed. */
    public boolean isApproved() {
        return approvedBy != null && !approvedBy.equals(actor);
    }
}
