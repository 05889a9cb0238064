package org.nestledger.core.decision;

import java.util.EnumSet;
import java.util.Set;

/** What a person may be in a zone. */
public enum Role {
    PROVINCE,
    HEADQUARTERS,
    COMMITTEE,
    PLATFORM,
    AUDITOR,
    VIEWER;

    public static Set<Role> all() {
        return EnumSet.allOf(Role.class);
    }
}
