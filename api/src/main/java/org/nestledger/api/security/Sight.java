package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.security.EndpointRule.In;
import org.nestledger.api.security.EndpointRule.Readers;

/** How much of an answer the sender of a request may see, where readers are shown different parts of it. */
public final class Sight {

    /** Everything. */
    static final Sight ALL = new Sight("", _ -> true);

    /** What is seen of an answer for which nobody has looked who asks. */
    private static final Sight NOTHING = new Sight("nothing", _ -> false);

    private static final String ATTRIBUTE = Sight.class.getName();

    private final String part;
    private final Predicate<String> zones;

    private Sight(String part, Predicate<String> zones) {
        this.part = part;
        this.zones = zones;
    }

    /** That of somebody who is let pass, and who is not one of all zones. */
    static Sight of(In in, @Nullable String zone, Identity identity, Access access) {
        return switch (in.shown()) {
            case ALL -> ALL;
            case NAMES ->
                access.isAny(identity, Readers.OF_ACTORS.roles(), zone) ? ALL : new Sight("no names", _ -> true);
            case ZONES ->
                new Sight(
                        grants(identity),
                        each -> access.isAny(identity, in.readers().roles(), each));
        };
    }

    private static String grants(Identity identity) {
        return identity.grants().stream().map(Grant::toString).sorted().collect(Collectors.joining(" "));
    }

    /** That of a request which was let pass. */
    public static Sight of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Sight sight ? sight : NOTHING;
    }

    void note(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether nothing is left out of the answer. */
    public boolean isWhole() {
        return part.isEmpty();
    }

    /** The same for two readers who are shown the same; empty for whoever is shown everything. */
    public String part() {
        return part;
    }

    /** Whether what is of this zone is shown. */
    public boolean shows(String zone) {
        return zones.test(zone);
    }
}
