package org.nestledger.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.security.EndpointRule.In;
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
        if (!clearance.isHeldBy(identity)) {
            requireKnown(identity);
            if (rule instanceof In(var readers, var zoneOf)) {
                requireAny(identity, readers.roles(), zoneOf.find(request));
            }
        }
        clearance.note(request);
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
