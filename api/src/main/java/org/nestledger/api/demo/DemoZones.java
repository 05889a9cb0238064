package org.nestledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;
import org.nestledger.core.zone.ZoneKind;

/** The zone, what lies above and below it, and its peers in the province. */
final class DemoZones {

    static final String PROVINCE = "guangdong";
    static final String CITY = "zhaoqing-city";
    static final String ZONE = "zhaoqing";
    static final String GAOXIN = "zhaoqing-gaoxin";
    static final String JINLI = "zhaoqing-jinli";
    static final List<String> SUB_ZONES = List.of(GAOXIN, JINLI);
    static final LocalDate DESIGNATED = LocalDate.of(2018, 6, 1);

    static final List<Peer> PEERS = List.of(
            new Peer("shantou-cluster", "shantou", "Shantou", 2_410, 6_214, 1_630, 24),
            new Peer("zhanjiang-cluster", "zhanjiang", "Zhanjiang", 2_156, 5_487, 1_405, 19),
            new Peer("jiangmen-cluster", "jiangmen", "Jiangmen", 1_873, 4_930, 1_288, 22),
            new Peer("foshan-cluster", "foshan", "Foshan", 1_540, 3_766, 1_105, 17),
            new Peer("zhongshan-cluster", "zhongshan", "Zhongshan", 980, 2_315, 640, 11));

    /** Another zone of the province, its year's quota, acquisition and servicing in mu, and its projects. */
    record Peer(String zone, String city, String name, int quota, int acquired, int serviced, int projects) {}

    private DemoZones() {}

    static void plan(Schedule schedule) {
        designate(schedule, PROVINCE, ZoneKind.PROVINCE, "Guangdong Province", null);
        designate(schedule, CITY, ZoneKind.CITY, "Zhaoqing", PROVINCE);
        designate(schedule, ZONE, ZoneKind.ZONE, "Zhaoqing Large Industrial Cluster Area", CITY);
        designate(schedule, GAOXIN, ZoneKind.SUB_ZONE, "Zhaoqing Cluster, Gaoxin Part", ZONE);
        designate(schedule, JINLI, ZoneKind.SUB_ZONE, "Zhaoqing Cluster, Jinli Part", ZONE);
        for (Peer peer : PEERS) {
            designate(schedule, peer.city(), ZoneKind.CITY, peer.name(), PROVINCE);
            designate(schedule, peer.zone(), ZoneKind.ZONE, peer.name() + " Cluster Area", peer.city());
        }
    }

    private static void designate(Schedule schedule, String zone, ZoneKind kind, String name, @Nullable String parent) {
        schedule.opening(
                new DesignateZone(zone, kind, Invented.labelled(name), parent, null, DESIGNATED, Paper.none()));
    }
}
