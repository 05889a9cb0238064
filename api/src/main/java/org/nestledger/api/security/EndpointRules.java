package org.nestledger.api.security;

import static java.util.Map.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.security.EndpointRule.Giver;
import org.nestledger.api.security.EndpointRule.In;
import org.nestledger.api.security.EndpointRule.Known;
import org.nestledger.api.security.EndpointRule.KnownIn;
import org.nestledger.api.security.EndpointRule.Open;
import org.nestledger.api.security.EndpointRule.Readers;
import org.nestledger.api.security.EndpointRule.Shown;
import org.nestledger.api.security.EndpointRule.ZoneOf;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** The rule of each address. One that is not named here is for those who see everything of all zones. */
@Component
final class EndpointRules {

    /** Reports that say who recorded what. */
    private static final Set<String> NAMING_ACTORS = Set.of("unsupported", "late-recording", "reversals", "diff");

    /** Reports that say who closed the books, beside what names nobody. */
    private static final Set<String> WITH_CLOSINGS = Set.of("annual", "closings");

    private static final EndpointRule UNNAMED = new In(Readers.OF_THE_LOG, _ -> null);

    private final Map<String, EndpointRule> rules;

    EndpointRules(EntityZones zones) {
        rules = Map.ofEntries(
                entry("/error", new Open()),
                entry("/log/checkpoint", new Open()),
                entry("/log/vkey", new Open()),
                entry("/api/v1/commands", new Giver()),
                entry("/api/v1/openapi.json", new Open()),
                entry("/api/v1/openapi.yaml", new Open()),
                entry("/api/v1/commands/{name}", new Known()),
                entry("/api/v1/zones", list()),
                entry("/api/v1/parcels", list()),
                entry("/api/v1/quotas", list()),
                entry("/api/v1/projects", list()),
                entry("/api/v1/supplies", list()),
                entry("/api/v1/enterprises", list()),
                entry("/api/v1/permits", list()),
                entry("/api/v1/powers", list()),
                entry("/api/v1/services", list()),
                entry("/api/v1/funds", list()),
                entry("/api/v1/claims", list()),
                entry("/api/v1/visits", list()),
                entry("/api/v1/journal", list()),
                entry("/api/v1/zones/{id}", one(path("id"))),
                entry("/api/v1/quotas/{zone}/{year}", one(path("zone"))),
                entry("/api/v1/powers/{zone}/{power}", one(path("zone"))),
                entry("/api/v1/visits/{zone}/{day}", one(path("zone"))),
                entry("/api/v1/parcels/{id}", one(zones.parcel(path("id")))),
                entry("/api/v1/projects/{id}", one(zones.project(path("id")))),
                entry("/api/v1/supplies/{id}", one(zones.supply(path("id")))),
                entry("/api/v1/enterprises/{id}", new In(Readers.OF_ACTORS, zones.enterprise(path("id")), Shown.ZONES)),
                entry("/api/v1/permits/{id}", one(zones.permit(path("id")))),
                entry("/api/v1/services/{plan}", one(zones.plan(path("plan")))),
                entry("/api/v1/services/{plan}/{service}", one(zones.plan(path("plan")))),
                entry("/api/v1/funds/{id}", one(zones.fund(path("id")))),
                entry("/api/v1/claims/{id}", one(zones.claim(path("id")))),
                entry("/api/v1/reports/diff", one(EndpointRules::parameter)),
                entry("/api/v1/reports/annual/figures/{measure}/explain", explanation("annual")),
                entry("/api/v1/events", new In(Readers.OF_THE_LOG, _ -> null)),
                entry("/api/v1/events/live", new In(Readers.OF_THE_LOG, _ -> null)),
                entry("/api/v1/events/{position}/proof", new In(Readers.OF_THE_LOG, zones.event(path("position")))),
                entry("/api/v1/proposals", one(EndpointRules::parameter)),
                entry("/api/v1/proposals/{id}", one(zones.proposal(path("id")))),
                entry("/api/v1/proposals/{id}/approval", new KnownIn(one(zones.proposal(path("id"))))),
                entry("/api/v1/refusals", new In(Readers.OF_REFUSALS, _ -> null)));
    }

    /** The rule for a request. */
    EndpointRule of(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return switch (pattern) {
            case "/api/v1/reports/{report}" -> report(variable(request, "report"));
            case "/api/v1/reports/{report}/explain" -> explanation(variable(request, "report"));
            case "/log/tile/**" -> tile(request.getRequestURI());
            default -> rules.getOrDefault(pattern, UNNAMED);
        };
    }

    /** Hashes are public, so that everybody can verify; records are not. */
    private static EndpointRule tile(String path) {
        return path.matches("/log/tile/[0-9].*") ? new Open() : new In(Readers.OF_THE_LOG, _ -> null);
    }

    private static EndpointRule report(@Nullable String name) {
        return name != null && WITH_CLOSINGS.contains(name)
                ? new In(Readers.OF_FIGURES, EndpointRules::parameter, Shown.NAMES)
                : new In(readers(name), EndpointRules::parameter);
    }

    /** Beside the figures of a zone stand those of others that it is ranked with. */
    private static EndpointRule explanation(@Nullable String name) {
        return new In(readers(name), EndpointRules::parameter, Shown.ZONES);
    }

    private static Readers readers(@Nullable String report) {
        return report != null && NAMING_ACTORS.contains(report) ? Readers.OF_ACTORS : Readers.OF_FIGURES;
    }

    private static EndpointRule list() {
        return new In(Readers.OF_FIGURES, EndpointRules::parameter);
    }

    private static In one(ZoneOf zone) {
        return new In(Readers.OF_ACTORS, zone);
    }

    private static @Nullable String parameter(HttpServletRequest request) {
        return request.getParameter("zone");
    }

    private static ZoneOf path(String name) {
        return request -> variable(request, name);
    }

    private static @Nullable String variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : null;
    }
}
