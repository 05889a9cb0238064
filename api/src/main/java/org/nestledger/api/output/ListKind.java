package org.nestledger.api.output;

import org.nestledger.query.movement.JournalFilter;

/** What can be listed. The names are what is written on the command line. */
public enum ListKind {
    zones,
    parcels,
    projects,
    supplies,
    enterprises,
    quotas,
    permits,
    powers,
    services,
    funds,
    claims,
    visits,
    journal;

    public EntryList<?> list() {
        return switch (this) {
            case zones -> LandLists.ZONES;
            case parcels -> LandLists.PARCELS;
            case projects -> ProjectLists.PROJECTS;
            case supplies -> LandLists.SUPPLIES;
            case enterprises -> ProjectLists.ENTERPRISES;
            case quotas -> LandLists.QUOTAS;
            case permits -> ProjectLists.PERMITS;
            case powers -> ProjectLists.POWERS;
            case services -> ProjectLists.SERVICES;
            case funds -> LandLists.FUNDS;
            case claims -> PublicLists.CLAIMS;
            case visits -> PublicLists.VISITS;
            case journal -> JournalList.of(JournalFilter.ALL);
        };
    }
}
