package org.nestledger.core.decision;

import java.util.Set;

/**
 * Who gives a command.
 *
 * @param actor an opaque id, never a person's name
 */
public record Sender(String actor, Set<Role> roles) {

    public Sender {
        roles = Set.copyOf(roles);
    }
}
