package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Role;

/** Who is answered at an address. */
sealed interface EndpointRule {

    /** Everybody: what is there is public, or decides by itself. */
    record Open() implements EndpointRule {}

    /** Whoever is known: commands, whose zone stands in their body. */
    record Known() implements EndpointRule {}

    /** Whoever may give any command anywhere: many commands, each with a zone of its own in the body. */
    record Giver() implements EndpointRule {}

    /** Whoever has one of these roles in the zone that is asked for. */
    record In(Readers readers, ZoneOf zone, Shown shown) implements EndpointRule {

        /** All of them are given the same answer. */
        In(Readers readers, ZoneOf zone) {
            this(readers, zone, Shown.ALL);
        }
    }

    /** Whoever of these is known: where reading is open, everybody may look and nobody may do more. */
    record KnownIn(In in) implements EndpointRule {}

    /** How much of an answer its readers are shown. */
    enum Shown {

        /** All of it. */
        ALL,

        /** Who recorded what only if that is shown to them anywhere in the zone. */
        NAMES,

        /** Beside what is asked for, what is of zones that they may read. */
        ZONES
    }

    /** Finds the zone that a request asks for. */
    @FunctionalInterface
    interface ZoneOf {

        /** Absent when it asks for all zones. */
        @Nullable
        String find(HttpServletRequest request);
    }

    /** Kinds of readers, by what they may see. */
    enum Readers {

        /** Lists and reports that name nobody. */
        OF_FIGURES,

        /** Besides, who recorded what. */
        OF_ACTORS,

        /** Besides, the records of the log and their proofs. */
        OF_THE_LOG,

        /** What was refused. */
        OF_REFUSALS;

        Set<Role> roles() {
            return switch (this) {
                case OF_FIGURES -> EnumSet.allOf(Role.class);
                case OF_ACTORS -> EnumSet.complementOf(EnumSet.of(Role.VIEWER));
                case OF_THE_LOG -> EnumSet.of(Role.PROVINCE, Role.HEADQUARTERS, Role.AUDITOR);
                case OF_REFUSALS -> EnumSet.of(Role.AUDITOR);
            };
        }
    }
}
