package org.nestledger.api.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.By;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.ledger.CommandTypes;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;
import org.springframework.stereotype.Component;

/** In which roles somebody acts where. What is granted in a zone is granted in all zones within it. */
@Component
final class Access {

    /** The roles for which there is any command. */
    private static final Set<Role> GIVERS = CommandTypes.byName().values().stream()
            .map(command -> command.getAnnotation(By.class))
            .filter(Objects::nonNull)
            .flatMap(by -> Arrays.stream(by.value()))
            .collect(Collectors.toUnmodifiableSet());

    private final Zones zones;

    Access(Zones zones) {
        this.zones = zones;
    }

    /** @param zone all zones together when absent */
    Set<Role> roles(Identity identity, @Nullable String zone) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        boolean elsewhere = false;
        for (Grant grant : identity.grants()) {
            if (grant.isEverywhere()) {
                roles.add(grant.role());
            } else {
                elsewhere = true;
            }
        }
        if (zone != null && elsewhere) {
            List<String> lineage = zones.lineage(zone);
            identity.grants().stream()
                    .filter(grant -> lineage.contains(grant.zone()))
                    .forEach(grant -> roles.add(grant.role()));
        }
        return roles;
    }

    /** The roles in which a command is given: those in its zone, for a new zone those in its parent. */
    Set<Role> roles(Identity identity, LedgerCommand command) {
        return roles(identity, command instanceof DesignateZone designation ? designation.parent() : command.zone());
    }

    /** Whether somebody may give any command anywhere. */
    static boolean isGiver(Identity identity) {
        return identity.grants().stream().map(Grant::role).anyMatch(GIVERS::contains);
    }

    /** Whether somebody has one of these roles in the zone. */
    boolean isAny(Identity identity, Collection<Role> roles, @Nullable String zone) {
        return !Collections.disjoint(roles(identity, zone), roles);
    }
}
