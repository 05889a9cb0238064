package org.nestledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.BiFunction;
import org.nestledger.api.database.Proposal;
import org.nestledger.api.database.Proposals;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.security.EndpointRule.ZoneOf;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Role;
import org.nestledger.query.LedgerQueries;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** In which zone's books something is. That never changes, so it is asked as of now, whatever day is asked for. */
@Component
final class EntityZones {

    private final LedgerRuntime runtime;
    private final Access access;
    private final Proposals proposals;

    EntityZones(LedgerRuntime runtime, Access access) {
        this.runtime = runtime;
        this.access = access;
        proposals = new Proposals(runtime.database().requests());
    }

    ZoneOf parcel(ZoneOf id) {
        return zone(
                id,
                (ledger, it) ->
                        ledger.parcels().byId(it).map(found -> found.parcel().zone()));
    }

    ZoneOf project(ZoneOf id) {
        return zone(
                id,
                (ledger, it) ->
                        ledger.projects().byId(it).map(found -> found.project().zone()));
    }

    ZoneOf supply(ZoneOf id) {
        return zone(
                id,
                (ledger, it) ->
                        ledger.supplies().byId(it).map(found -> found.supply().zone()));
    }

    ZoneOf enterprise(ZoneOf id) {
        return zone(
                id,
                (ledger, it) -> ledger.enterprises()
                        .byId(it)
                        .map(found -> found.enterprise().zone()));
    }

    ZoneOf permit(ZoneOf id) {
        return zone(
                id,
                (ledger, it) ->
                        ledger.permits().byId(it).map(found -> found.permit().zone()));
    }

    ZoneOf plan(ZoneOf id) {
        return zone(
                id,
                (ledger, it) ->
                        ledger.services().planById(it).map(found -> found.plan().zone()));
    }

    ZoneOf fund(ZoneOf id) {
        return zone(
                id,
                (ledger, it) ->
                        ledger.funds().byId(it).map(found -> found.fund().zone()));
    }

    ZoneOf claim(ZoneOf id) {
        return zone(
                id,
                (ledger, it) ->
                        ledger.claims().byId(it).map(found -> found.claim().zone()));
    }

    /** The event at a position of the log; what is about the log itself is of all zones. */
    ZoneOf event(ZoneOf position) {
        return request -> runtime.log()
                .at(number(String.valueOf(position.find(request))))
                .map(event -> event.payload() instanceof LedgerEvent of ? of.zone() : null)
                .orElse(null);
    }

    /** Their ids are numbers that anybody can count: whoever has no role where one is hears of it as of one that is not. */
    ZoneOf proposal(ZoneOf id) {
        return request -> proposals
                .byId(number(String.valueOf(id.find(request))))
                .map(Proposal::zone)
                .filter(zone -> access.isAny(Identity.current(), EnumSet.allOf(Role.class), zone))
                .orElseThrow(EntityZones::unknown);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private ZoneOf zone(ZoneOf id, BiFunction<LedgerQueries, String, Optional<String>> find) {
        return (HttpServletRequest request) ->
                find.apply(runtime.queries(), String.valueOf(id.find(request))).orElseThrow(EntityZones::unknown);
    }

    /** Nobody learns from it more than that there is nothing to see. */
    private static RefusedRequest unknown() {
        return new RefusedRequest(
                HttpStatus.NOT_FOUND,
                HttpStatus.NOT_FOUND.name(),
                "There is nothing of this id.",
                "List them to see their ids; what was recorded just now is there when minPosition is given.");
    }
}
