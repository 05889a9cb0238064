package org.nestledger.bench.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.query.testing.ScenarioEvents;

/**
 * The books of many zones as the ledger records them: a province, a city for each hundred zones, the zones, and then one project
 * after the other from its parcel to its completed building, in 24 events. A hundred projects are under way at a time, each in
 * another zone. The business day is that of the record or a few days before, as many for all of a project: nothing is granted before
 * it was applied for.
 */
public final class ZoneBooks {

    static final int ZONES_OF_A_CITY = 100;

    private static final int UNDER_WAY = 100;
    private static final String DAY = "2001-01-01";
    private static final Instant START = Instant.parse("2002-01-01T00:00:00Z");
    private static final long SECONDS_APART = 75;
    private static final int LATEST = 7;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'.000000Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String PROVINCE =
            template("zone.ZoneDesignated {'zone':'p','kind':'PROVINCE','name':'Province','timeZone':'Asia/Shanghai'}");
    private static final String CITY = template(
            "zone.ZoneDesignated {'zone':'c#n','kind':'CITY','name':'City #n','ancestors':['p'],'timeZone':'Asia/Shanghai'}");
    private static final String ZONE = template("zone.ZoneDesignated {'zone':'z#z','kind':'ZONE','name':'Zone #z',"
            + "'ancestors':['c#c','p'],'timeZone':'Asia/Shanghai'}");

    private static final List<String> STEPS = Stream.of(
                    "quota.QuotaGranted {'zone':'z#z','year':2015,'area':'15 mu','documents':[]}",
                    "land.ParcelRegistered {'zone':'z#z','parcel':'l#n','area':'20 mu','use':'industrial','name':'Field #n'}",
                    "land.LandAcquired {'zone':'z#z','parcel':'l#n','area':'20 mu','existing':'5 mu','cost':'400000 CNY'}",
                    "land.LandConverted {'zone':'z#z','parcel':'l#n','area':'15 mu','quotaZone':'z#z','quotaYear':2015}",
                    "land.LandServiced {'zone':'z#z','parcel':'l#n','area':'20 mu','cost':'600000 CNY'}",
                    "enterprise.EnterpriseRegistered {'zone':'z#z','enterprise':'e#n','name':'Works #n','industry':'battery'}",
                    "project.ProjectIntroduced {'zone':'z#z','project':'j#n','name':'Cells #n','enterprise':'e#n',"
                            + "'industry':'battery','plannedInvestment':'90000000 CNY','landNeed':'15 mu'}",
                    "supply.LandSupplied {'zone':'z#z','parcel':'l#n','project':'j#n','supply':'s#n','area':'15 mu','terms':"
                            + "{'method':'LISTING','contractNumber':'C-#n','price':'3000000 CNY','instalments':[],'useTerms':[]}}",
                    "fund.LandPaid {'zone':'z#z','parcel':'l#n','project':'j#n','supply':'s#n','amount':'3000000 CNY'}",
                    permit("Applied", "a", "REAL_ESTATE"),
                    permit("Applied", "b", "LAND_USE_PLANNING"),
                    permit("Applied", "d", "CONSTRUCTION_PLANNING"),
                    permit("Applied", "f", "CONSTRUCTION"),
                    permit("Granted", "a", "REAL_ESTATE"),
                    permit("Granted", "b", "LAND_USE_PLANNING"),
                    permit("Granted", "d", "CONSTRUCTION_PLANNING"),
                    permit("Granted", "f", "CONSTRUCTION"),
                    "service.ServicePlanAgreed {'zone':'z#z','project':'j#n','plan':'g#n','name':'Plan #n'}",
                    "service.ServiceAgreed {'zone':'z#z','project':'j#n','plan':'g#n','service':'power','name':'Power'}",
                    "project.ConstructionStarted {'zone':'z#z','project':'j#n','reported':false}",
                    "project.InvestmentRecorded {'zone':'z#z','project':'j#n','amount':'45000000 CNY'}",
                    "service.ServiceDelivered {'zone':'z#z','project':'j#n','plan':'g#n','service':'power'}",
                    "fund.FundingRecorded {'zone':'z#z','source':'BOND','amount':'1000000 CNY'}",
                    "project.ConstructionCompleted {'zone':'z#z','project':'j#n','reported':false}")
            .map(ZoneBooks::template)
            .toList();

    private ZoneBooks() {}

    private static String permit(String what, String prefix, String kind) {
        return "permit.Permit%s {'zone':'z#z','project':'j#n','permit':'%s#n','kind':'%s'%s}"
                .formatted(what, prefix, kind, what.equals("Granted") ? ",'appliedOn':'" + DAY + "'" : "");
    }

    /** The record of such an event, decoded and written again by the ledger, with places for numbers and dates. */
    private static String template(String line) {
        String[] words = line.split(" ", 2);
        LedgerEvent event = ScenarioEvents.event(words[0], DAY, words[1].replace('\'', '"'));
        String tags = LedgerJson.mapper()
                .writeValueAsString(EventTypes.tags(event).stream().sorted().toList());
        return "{\"data\":" + LedgerJson.mapper().writeValueAsString(event)
                + ",\"id\":\"#id\",\"metadata\":{\"actor\":\"bench\"},\"tags\":" + tags
                + ",\"time\":\"#time\",\"type\":\""
                + words[0] + "\",\"v\":1}";
    }

    /** How many events of a log of so many zones only designate them. */
    static long designations(long zones) {
        return 1 + (zones + ZONES_OF_A_CITY - 1) / ZONES_OF_A_CITY + zones;
    }

    /**
     * The record of an event.
     *
     * @param index from 0
     * @param zones how many there are
     */
    public static byte[] record(long index, long zones) {
        long cities = designations(zones) - 1 - zones;
        if (index == 0) {
            return filled(PROVINCE, index, 0, 0);
        }
        if (index <= cities) {
            return filled(CITY, index, index - 1, 0);
        }
        if (index <= cities + zones) {
            return filled(ZONE, index, 0, index - cities - 1);
        }
        long after = index - cities - zones - 1;
        long turn = after % ((long) UNDER_WAY * STEPS.size());
        long project = after / ((long) UNDER_WAY * STEPS.size()) * UNDER_WAY + turn % UNDER_WAY;
        return filled(STEPS.get((int) (turn / UNDER_WAY)), index, project, project % zones);
    }

    /** The index of the event with this id. */
    public static long index(String id) {
        return UUID.fromString(id).getLeastSignificantBits() & Long.MAX_VALUE;
    }

    private static byte[] filled(String template, long index, long number, long zone) {
        Instant time = START.plusSeconds(index * SECONDS_APART);
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC).minusDays(number % LATEST);
        return template.replace("#n", Long.toString(number))
                .replace("#z", Long.toString(zone))
                .replace("#c", Long.toString(zone / ZONES_OF_A_CITY))
                .replace(DAY, day.toString())
                .replace("#id", new UUID(0x4000L, Long.MIN_VALUE | index).toString())
                .replace("#time", TIME.format(time))
                .getBytes(StandardCharsets.UTF_8);
    }
}
