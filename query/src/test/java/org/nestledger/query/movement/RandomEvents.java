package org.nestledger.query.movement;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.nestledger.query.testing.Books;

/** What happens in the zones of a province, at random and past all rules. */
final class RandomEvents {

    static final LocalDate FIRST = LocalDate.of(2022, 10, 1);

    /** The province, two zones and one within the first of these. */
    static final List<String> ZONES = List.of("p", "z", "y", "s");

    private static final int EVENTS = 200;
    private static final int DAYS_APART = 3;

    /** From the first to the last. */
    static final int DAYS = EVENTS * DAYS_APART;

    private static final String PROJECTS = "abcdef";

    private final Books books;
    private final Random random;
    private final Set<Long> reversed = new HashSet<>();

    private RandomEvents(Books books, Random random) {
        this.books = books;
        this.random = random;
    }

    static void zones(Books books) {
        books.event("zone.ZoneDesignated", "2020-01-01", """
                {'zone':'p','kind':'PROVINCE','name':'Province','ancestors':[],'timeZone':'Asia/Shanghai'}""");
        books.zone("z", "p");
        books.zone("y", "p");
        books.zone("s", "p", "z");
    }

    /**
     * In pieces, as they are followed; most of it dated one after the other, all of it up to a month late.
     *
     * @return the last position
     */
    static long record(Books books, Random random) {
        zones(books);
        RandomEvents events = new RandomEvents(books, random);
        long last = ZONES.size();
        for (int i = 0; i < EVENTS; i++) {
            LocalDate day = FIRST.plusDays((long) i * DAYS_APART + random.nextInt(30));
            last = events.something(ZONES.get(1 + random.nextInt(3)), day.toString(), last);
            if (random.nextInt(5) == 0) {
                books.queries();
            }
        }
        books.queries();
        return last;
    }

    private long something(String zone, String day, long last) {
        return switch (random.nextInt(11)) {
            case 0 -> books.event("quota.QuotaGranted", day, quota(zone, ",'documents':[]"));
            case 1 ->
                books.event(
                        "quota.QuotaAllocated", day, quota("z", ",'toZone':'" + (zone.equals("z") ? "s" : zone) + "'"));
            case 2 ->
                books.event(
                        "fund.FundingRecorded", day, "{'zone':'%s','source':'BOND','amount':'5 CNY'}".formatted(zone));
            case 3 -> books.event("portal.PortalVisitsRecorded", day, "{'zone':'%s','visits':7}".formatted(zone));
            case 4 -> books.event("project.ProjectIntroduced", day, """
                    {'zone':'%s','project':'j%d','name':'Works','plannedInvestment':'3 CNY'}""".formatted(zone, last));
            case 5, 6 -> takenBack(day, last);
            case 7, 8 -> supply(books, zone, day, project(), 1 + random.nextInt(3));
            case 9 -> rescind(books, zone, day, project(), 1 + random.nextInt(3));
            default -> acquire(books, zone, day, 1 + random.nextInt(9));
        };
    }

    private long takenBack(String day, long last) {
        long target = ZONES.size() + random.nextLong(last - ZONES.size() + 1);
        boolean possible = target > ZONES.size() && reversed.add(target);
        long position = !possible
                ? acquire(books, "y", day, 2)
                : random.nextBoolean() ? books.reverse(target) : books.restate(target, day);
        if (possible) {
            reversed.add(position);
        }
        return position;
    }

    static long acquire(Books books, String zone, String day, int mu) {
        return books.event("land.LandAcquired", day, """
                {'zone':'%1$s','parcel':'l%1$s','area':'%2$d mu','existing':'0 mu','cost':'4 CNY'}""".formatted(zone, mu));
    }

    static long supply(Books books, String zone, String day, String project, int mu) {
        return books.event("supply.LandSupplied", day, """
                {'zone':'%1$s','parcel':'l%1$s','project':'%2$s','supply':'s-%4$s','area':'%3$d mu','terms':
                {'method':'LISTING','contractNumber':'C','price':'3 CNY','instalments':[],'useTerms':[]}}""".formatted(zone, project, mu, UUID.randomUUID()));
    }

    static long rescind(Books books, String zone, String day, String project, int mu) {
        return books.event("supply.SupplyRescinded", day, """
                {'zone':'%1$s','parcel':'l%1$s','project':'%2$s','supply':'s-%2$s','area':'%3$d mu'}""".formatted(zone, project, mu));
    }

    private String project() {
        return String.valueOf(PROJECTS.charAt(random.nextInt(PROJECTS.length())));
    }

    private String quota(String zone, String more) {
        return "{'zone':'%s','year':%d,'area':'9 mu'%s}".formatted(zone, 2023 + random.nextInt(2), more);
    }
}
