package org.nestledger.api.security;

import java.util.Set;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who sends a request.
 *
 * @param actor who that is in the log
 * @param grants what they are, and where
 */
public record Identity(String actor, Set<Grant> grants) {

    /** Somebody of whom nothing is known, and who may do nothing. */
    public static final Identity NOBODY = new Identity("anonymous", Set.of());

    /** Somebody of whom nothing is known, where reading is open. */
    public static final Identity READER = new Identity("anonymous", Set.of(new Grant(Role.AUDITOR, Grant.EVERYWHERE)));

    public Identity {
        grants = Set.copyOf(grants);
    }

    /** Who sends the request that this thread answers. */
    public static Identity current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Identity identity ? identity : NOBODY;
    }

    /** Whether it was proved who that is. */
    public boolean isKnown() {
        return !equals(NOBODY) && !equals(READER);
    }

    /** Who gives a command. In which roles depends on its zone and is found out when it is given. */
    public Sender sender() {
        return new Sender(actor, Set.of());
    }

    /** For messages. */
    @Override
    public String toString() {
        return actor;
    }
}
