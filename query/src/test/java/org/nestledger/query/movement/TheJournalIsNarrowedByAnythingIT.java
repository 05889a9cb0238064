package org.nestledger.query.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.testing.Books;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of whatever size give each entry once that fulfils all that is asked, in the order of the log or another. */
class TheJournalIsNarrowedByAnythingIT {

    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final Books books = new Books();
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void whateverIsAskedOfWhateverHappened() {
        long last = RandomEvents.record(books, random);
        List<JournalEntry> all = walk(JournalFilter.ALL, "id", ANY_DAY, last);
        assertThat(all)
                .extracting(JournalEntry::id)
                .doesNotHaveDuplicates()
                .hasSize(JdbcClient.create(books.dataSource())
                        .sql("select 2 * count(*) from read.movement")
                        .query(Integer.class)
                        .single());
        assertThat(all).isSortedAccordingTo(inLogOrder());

        int narrowed = 0;
        for (int i = 0; i < 100; i++) {
            JournalFilter filter = filter(all);
            LocalDate asOf = one(4) ? all.get(random.nextInt(all.size())).occurredOn() : ANY_DAY;
            long knownAt =
                    one(4) ? RandomEvents.ZONES.size() + random.nextLong(last - RandomEvents.ZONES.size()) : last;
            String order = List.of("id", "-id", "occurredOn", "-amount").get(random.nextInt(4));
            List<JournalEntry> expected = all.stream()
                    .filter(entry -> fulfils(entry, filter))
                    .filter(entry -> !entry.occurredOn().isAfter(asOf) && entry.position() <= knownAt)
                    .sorted(comparator(order))
                    .toList();
            assertThat(walk(filter, order, asOf, knownAt))
                    .as(filter + " " + order + " as of " + asOf + ", known at " + knownAt)
                    .isEqualTo(expected);
            narrowed += expected.isEmpty() ? 0 : 1;
        }
        assertThat(narrowed).as("filters that let something through").isGreaterThan(30);
    }

    @Test
    void aCursorStaysGoodWhenTheZoneGetsPartsAndEntries() {
        RandomEvents.zones(books);
        long first = RandomEvents.acquire(books, "z", "2023-01-10", 7);
        JournalFilter filter = JournalFilter.ALL.within("z");
        JournalQueries journal = books.queries().journal();
        PageRequest one = PageRequest.first(1);
        Page<JournalEntry> page = journal.list(filter, one);
        assertThat(page.items().getFirst().position()).isEqualTo(first);

        books.zone("new", "p", "z");
        long later = RandomEvents.acquire(books, "new", "2023-01-01", 5);
        books.queries();
        List<JournalEntry> rest = new ArrayList<>();
        while (page.next() != null) {
            page = journal.list(filter, one.after(page.next()));
            rest.addAll(page.items());
        }
        assertThat(rest).extracting(JournalEntry::position).containsOnly(first, later);
        assertThat(rest).extracting(JournalEntry::zone).contains("new");
    }

    private List<JournalEntry> walk(JournalFilter filter, String order, LocalDate asOf, long knownAt) {
        JournalQueries journal = books.queriesAt(asOf, knownAt).journal();
        PageRequest request = PageRequest.first(5 + random.nextInt(200)).sortedBy(order);
        List<JournalEntry> entries = new ArrayList<>();
        String next = null;
        do {
            Page<JournalEntry> page = journal.list(filter, request.after(next));
            entries.addAll(page.items());
            next = page.next();
        } while (next != null);
        return entries;
    }

    /** Each criterion now and then, mostly as some entry has it. */
    private JournalFilter filter(List<JournalEntry> all) {
        JournalEntry like = all.get(random.nextInt(all.size()));
        JournalEntry other = one(3) ? all.get(random.nextInt(all.size())) : like;
        LocalDate from = one(3) ? other.occurredOn().minusDays(random.nextInt(120)) : null;
        return new JournalFilter(
                one(2) ? RandomEvents.ZONES.get(random.nextInt(RandomEvents.ZONES.size())) : null,
                one(3) ? Account.ofCode(like.account()) : null,
                one(3) ? Flow.valueOf(other.flow()) : null,
                one(8) ? like.parcel() : null,
                one(8) ? like.project() : null,
                one(8) ? other.supply() : null,
                from,
                one(3) ? (from == null ? like.occurredOn() : from).plusDays(random.nextInt(200)) : null);
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private static boolean fulfils(JournalEntry entry, JournalFilter filter) {
        return (filter.zone() == null || within(entry.zone(), filter.zone()))
                && equal(filter.account(), Account.ofCode(entry.account()))
                && equal(filter.flow(), Flow.valueOf(entry.flow()))
                && equal(filter.parcel(), entry.parcel())
                && equal(filter.project(), entry.project())
                && equal(filter.supply(), entry.supply())
                && (filter.from() == null || !entry.occurredOn().isBefore(filter.from()))
                && (filter.to() == null || !entry.occurredOn().isAfter(filter.to()));
    }

    private static boolean equal(Object asked, Object is) {
        return asked == null || asked.equals(is);
    }

    private static boolean within(String zone, String asked) {
        return zone.equals(asked) || asked.equals("p") || (asked.equals("z") && zone.equals("s"));
    }

    private static Comparator<JournalEntry> comparator(String order) {
        return switch (order) {
            case "-id" -> inLogOrder().reversed();
            case "occurredOn" -> Comparator.comparing(JournalEntry::occurredOn).thenComparing(inLogOrder());
            case "-amount" ->
                Comparator.comparing(TheJournalIsNarrowedByAnythingIT::stored)
                        .thenComparing(inLogOrder())
                        .reversed();
            default -> inLogOrder();
        };
    }

    /** In the smallest unit that is recorded. */
    private static BigDecimal stored(JournalEntry entry) {
        int places = switch (entry.amount().unit()) {
            case "mu" -> 6;
            case "CNY" -> 2;
            default -> 0;
        };
        return entry.amount().decimal().scaleByPowerOfTen(places);
    }

    private static Comparator<JournalEntry> inLogOrder() {
        Function<JournalEntry, String[]> parts = entry -> entry.id().split("-", -1);
        return Comparator.comparingLong(JournalEntry::position)
                .thenComparing(entry -> Integer.valueOf(parts.apply(entry)[1]))
                .thenComparing(entry -> parts.apply(entry)[2]);
    }
}
