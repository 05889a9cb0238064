package org.nestledger.core.permit;

import java.util.List;

/** What a permit allows. The first four are the four certificates (四证), in the order in which they are got. */
public enum PermitKind {
    REAL_ESTATE,
    LAND_USE_PLANNING,
    CONSTRUCTION_PLANNING,
    CONSTRUCTION,
    PROJECT_FILING,
    ENVIRONMENTAL_IMPACT,
    ENERGY_CONSERVATION,
    SOIL_AND_WATER,
    FIRE_PROTECTION,
    COMPLETION_ACCEPTANCE,
    OTHER;

    /** Which a project needs before it may build. */
    public static final List<PermitKind> FOUR_CERTIFICATES =
            List.of(REAL_ESTATE, LAND_USE_PLANNING, CONSTRUCTION_PLANNING, CONSTRUCTION);
}
