package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.nestledger.api.security.EndpointRule.Giver;
import org.nestledger.api.security.EndpointRule.In;
import org.nestledger.api.security.EndpointRule.Known;
import org.nestledger.api.security.EndpointRule.KnownIn;
import org.nestledger.api.security.EndpointRule.Open;
import org.nestledger.api.security.EndpointRule.Readers;
import org.nestledger.api.security.EndpointRule.Shown;

/** Who is answered at an address whatever zone is asked for. It is the same the next time, and needs no look at the zone. */
public final class Clearance {

    private static final String ATTRIBUTE = Clearance.class.getName();

    private final EndpointRule rule;
    private final Access access;

    Clearance(EndpointRule rule, Access access) {
        this.rule = rule;
        this.access = access;
    }

    void note(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** That of a request which was let pass. */
    public static Optional<Clearance> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Clearance clearance
                ? Optional.of(clearance)
                : Optional.empty();
    }

    /** Whether the sender of the current request is answered for sure; otherwise that depends on the zone. */
    public boolean isHeld() {
        return isHeldBy(Identity.current());
    }

    boolean isHeldBy(Identity identity) {
        return switch (rule) {
            case Open _ -> true;
            case Known _ -> identity.isKnown();
            case Giver _ -> identity.isKnown() && Access.isGiver(identity);
            case KnownIn(In in) -> identity.isKnown() && seesAll(in, identity);
            case In in -> seesAll(in, identity);
        };
    }

    /** Of all zones, and all of the answer. */
    private boolean seesAll(In in, Identity identity) {
        Readers readers = in.shown() == Shown.NAMES ? Readers.OF_ACTORS : in.readers();
        return access.isAny(identity, readers.roles(), null);
    }
}
