package org.nestledger.core.zone;

/** The levels of the zone tree. */
public enum ZoneKind {
    PROVINCE,
    CITY,
    ZONE,
    SUB_ZONE
}
