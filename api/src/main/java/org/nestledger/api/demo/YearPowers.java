package org.nestledger.api.demo;

import static org.nestledger.core.permit.PermitKind.COMPLETION_ACCEPTANCE;
import static org.nestledger.core.permit.PermitKind.CONSTRUCTION;
import static org.nestledger.core.permit.PermitKind.CONSTRUCTION_PLANNING;
import static org.nestledger.core.permit.PermitKind.ENERGY_CONSERVATION;
import static org.nestledger.core.permit.PermitKind.ENVIRONMENTAL_IMPACT;
import static org.nestledger.core.permit.PermitKind.FIRE_PROTECTION;
import static org.nestledger.core.permit.PermitKind.LAND_USE_PLANNING;
import static org.nestledger.core.permit.PermitKind.PROJECT_FILING;
import static org.nestledger.core.permit.PermitKind.REAL_ESTATE;
import static org.nestledger.core.permit.PermitKind.SOIL_AND_WATER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nestledger.core.decision.Document;
import org.nestledger.core.permit.NewPower;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.permit.PowerCommand.DelegatePowers;

/** The first batch of 40 municipal powers, and the smaller batches of the other zones. */
final class YearPowers {

    static final LocalDate DELEGATED = LocalDate.of(2023, 3, 15);

    private static final List<NewPower> POWERS = List.of(
            power("real-estate-registration", "First registration of land for industry", REAL_ESTATE),
            power("land-use-planning", "Permits of land use planning", LAND_USE_PLANNING),
            power("construction-planning", "Permits of construction planning", CONSTRUCTION_PLANNING),
            power("construction-permit", "Permits to build", CONSTRUCTION),
            power("project-filing", "Filing of enterprises' investment projects", PROJECT_FILING),
            power("environmental-impact", "Environmental impact of projects on the zone's list", ENVIRONMENTAL_IMPACT),
            power("energy-conservation", "Energy conservation of fixed investments", ENERGY_CONSERVATION),
            power("soil-and-water", "Plans of soil and water conservation", SOIL_AND_WATER),
            power("fire-protection", "Fire protection of building designs", FIRE_PROTECTION),
            power("completion-acceptance", "Filing of completion acceptances", COMPLETION_ACCEPTANCE),
            power("planning-and-building", "Joint permits of small works", CONSTRUCTION_PLANNING, CONSTRUCTION),
            power("land-contracts", "Contracts about industrial land"),
            power("land-price-appraisal", "Appraisal of land prices"),
            power("temporary-land", "Temporary use of land"),
            power("detailed-planning", "Changes of detailed plans within a block"),
            power("boundary-survey", "Survey of parcel boundaries"),
            power("planning-conditions", "Conditions of planning for a parcel"),
            power("bid-filing", "Filing of calls for bids of building works"),
            power("quality-supervision", "Supervision of building quality"),
            power("safety-supervision", "Supervision of safety on building sites"),
            power("drawing-review", "Filing of reviewed drawings"),
            power("drainage", "Connection to the sewers"),
            power("road-opening", "Opening of roads for pipes and cables"),
            power("tree-felling", "Felling and moving of trees"),
            power("earth-transport", "Transport of earth and rubble"),
            power("water-use", "Drawing of water"),
            power("flood-assessment", "Assessment of flood risks"),
            power("geological-risk", "Assessment of geological risks"),
            power("air-defence", "Civil air defence of buildings"),
            power("lightning-protection", "Lightning protection of buildings"),
            power("pollutant-discharge", "Registration of pollutant discharge"),
            power("hazardous-waste", "Plans for hazardous waste"),
            power("industrial-upgrading", "Filing of technical upgrading"),
            power("foreign-investment", "Reports of foreign investment"),
            power("business-licence", "Business licences of enterprises"),
            power("food-production", "Licences of small food production"),
            power("special-equipment", "Registration of special equipment"),
            power("labour-dispatch", "Working hour systems of enterprises"),
            power("talent-recognition", "Recognition of skilled people"),
            power("project-fund", "Payment of industrial support funds"));

    /** How many powers the other zones were given in the same year. */
    private static final Map<String, Integer> OF_PEERS =
            Map.of("shantou-cluster", 31, "zhanjiang-cluster", 26, "jiangmen-cluster", 22, "foshan-cluster", 18);

    private final Schedule schedule;

    YearPowers(Schedule schedule) {
        this.schedule = schedule;
    }

    /** When the zone's powers are recorded. */
    Instant plan() {
        LocalDate day = LocalDate.of(2023, 4, 12);
        for (DemoZones.Peer peer : DemoZones.PEERS) {
            Integer count = OF_PEERS.get(peer.zone());
            if (count != null) {
                delegate(peer.zone(), POWERS.subList(0, count), day);
                day = Workdays.onOrAfter(day.plusDays(19));
            }
        }
        return delegate(DemoZones.ZONE, POWERS, DELEGATED);
    }

    private Instant delegate(String zone, List<NewPower> powers, LocalDate day) {
        String number = Invented.labelled("delegation of " + day);
        return schedule.promptly(
                day,
                new DelegatePowers(
                        zone,
                        "first batch",
                        powers,
                        day,
                        List.of(Document.numbered("decision", number, "city government", day))));
    }

    /** The power that covers this kind of permit alone, if there is one. */
    static String covering(PermitKind kind) {
        return POWERS.stream()
                .filter(power -> power.covers().equals(List.of(kind)))
                .map(NewPower::power)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no power covers " + kind));
    }

    private static NewPower power(String id, String name, PermitKind... covers) {
        return new NewPower(id, Invented.labelled(name), List.of(covers));
    }
}
