package org.nestledger.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.security.EndpointRule.Giver;
import org.nestledger.api.security.EndpointRule.In;
import org.nestledger.api.security.EndpointRule.Known;
import org.nestledger.api.security.EndpointRule.KnownIn;
import org.nestledger.api.security.EndpointRule.Open;
import org.nestledger.core.decision.Role;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request pass to what answers it when its sender may have the answer, before anything is looked up for it. */
@Component
final class EndpointGuard implements HandlerInterceptor {

    private final EndpointRules rules;
    private final Access access;
    private final Unauthenticated unauthenticated;

    EndpointGuard(EndpointRules rules, Access access, Unauthenticated unauthenticated) {
        this.rules = rules;
        this.access = access;
        this.unauthenticated = unauthenticated;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !request.getMethod().equals("OPTIONS")) {
            check(request, Identity.current());
        }
        return true;
    }

    private void check(HttpServletRequest request, Identity identity) {
        EndpointRule rule = rules.of(request);
        Clearance clearance = new Clearance(rule, access);
        Sight sight = clearance.isHeldBy(identity) ? Sight.ALL : sight(rule, request, identity);
        clearance.note(request);
        sight.note(request);
    }

    /** @throws RefusedRequest when there is none */
    private Sight sight(EndpointRule rule, HttpServletRequest request, Identity identity) {
        requireKnown(identity);
        return switch (rule) {
            case Open _, Known _ -> Sight.ALL;
            case Giver _ ->
                throw RefusedRequest.notPermitted(
                        "This is for whoever may give commands.", "Ask somebody with a role for them.");
            case KnownIn(In in) -> sight(in, request, identity);
            case In in -> sight(in, request, identity);
        };
    }

    private Sight sight(In in, HttpServletRequest request, Identity identity) {
        String zone = in.zone().find(request);
        requireAny(identity, in.readers().roles(), zone);
        return Sight.of(in, zone, identity, access);
    }

    private void requireKnown(Identity identity) {
        if (!identity.isKnown()) {
            throw unauthenticated.refusal();
        }
    }

    private void requireAny(Identity identity, Set<Role> roles, @Nullable String zone) {
        if (!access.isAny(identity, roles, zone)) {
            throw RefusedRequest.notPermitted(
                    "This is for " + names(roles) + " of " + (zone == null ? "all zones." : "zone " + zone + "."),
                    zone == null
                            ? "Ask for one of your zones, if there is a parameter zone, or somebody with such a role."
                            : "Ask somebody with such a role.");
        }
    }

    private static String names(Set<Role> roles) {
        Set<String> names = new TreeSet<>();
        roles.forEach(role -> names.add(role.name().toLowerCase(Locale.ROOT)));
        return String.join(", ", names);
    }
}
