package org.nestledger.query.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.Annual;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.FlowTotal;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.ReportMaker;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.land.Land;
import org.nestledger.query.report.land.LandLine;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;

/** Whatever happened, and whatever of it was known: each balance and flow of a report is the sum of entries of the journal. */
class TheJournalAddsUpToWhatReportsShowIT {

    private static final int PAGE = 50;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 3, 31);

    private static TestLedger ledger;
    private static int worlds;

    private LedgerQueries queries;
    private String zone;
    private long knownAt;

    @BeforeContainer
    static void open() {
        ledger = new TestLedger();
    }

    @AfterContainer
    static void close() {
        ledger.close();
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void atAnyPosition(@ForAll("commands") List<String> commands) {
        long before = ledger.log().head();
        RenamedWorld world = new RenamedWorld("w%03d-".formatted(++worlds), before);
        List<LedgerEvent> events = LegalHistories.of(commands).events();
        ledger.append(events.stream().map(world::event).toArray(LedgerEvent[]::new));
        queries = ledger.caughtUp().queries();
        zone = world.id("city");
        for (long position : List.of(before + events.size() / 2, before + events.size())) {
            knownAt = position;
            if (at(LAST).zones().byId(zone).isPresent()) {
                landIsTheSum();
                balancesAreTheSum();
                bothSidesOfEachMovementAreThere();
            }
        }
    }

    private void landIsTheSum() {
        for (LandLine line : report(Land::report).total()) {
            Account account = Account.ofCode(line.account());
            // opening books are no flow of a period: they open it, whenever within it they are dated
            assertThat(sum(entries(account, null, null, FIRST.minusDays(1)))
                            .add(sum(entries(account, Flow.OPENING, FIRST, LAST))))
                    .as("opening of " + line)
                    .isEqualByComparingTo(line.opening().decimal());
            for (FlowTotal flow : line.flows()) {
                assertThat(sum(entries(account, Flow.valueOf(flow.flow()), FIRST, LAST)))
                        .as(flow + " of " + line)
                        .isEqualByComparingTo(flow.amount().decimal());
            }
            assertThat(sum(entries(account, null, null, LAST)))
                    .as("closing of " + line)
                    .isEqualByComparingTo(line.closing().decimal());
        }
    }

    private void balancesAreTheSum() {
        report(Annual::report)
                .balances()
                .forEach(balance -> assertThat(sum(entries(Account.ofCode(balance.account()), null, null, LAST).stream()
                                .filter(entry -> Objects.equals(entry.quotaYear(), balance.quotaYear())
                                        && entry.amount()
                                                .unit()
                                                .equals(balance.balance().unit()))
                                .toList()))
                        .as(balance.toString())
                        .isEqualByComparingTo(balance.balance().decimal()));
    }

    /** Zones of the world give nothing to zones outside of it, so that all entries together are nothing. */
    private void bothSidesOfEachMovementAreThere() {
        List<JournalEntry> all = entries(null, null, null, null);
        assertThat(all).extracting(JournalEntry::id).doesNotHaveDuplicates();
        assertThat(all).allMatch(entry -> entry.position() <= knownAt);
        for (JournalEntry entry : all) {
            List<JournalEntry> sides = all.stream().filter(sideOf(entry)).toList();
            if (sides.size() == 2) {
                assertThat(sum(sides)).isZero();
                assertThat(sides.getFirst().account()).isEqualTo(sides.getLast().against());
            }
        }
    }

    private static Predicate<JournalEntry> sideOf(JournalEntry entry) {
        Function<JournalEntry, String> movement =
                side -> side.id().substring(0, side.id().lastIndexOf('-'));
        return other -> movement.apply(other).equals(movement.apply(entry));
    }

    private List<JournalEntry> entries(Account account, Flow flow, LocalDate from, LocalDate to) {
        JournalFilter filter = new JournalFilter(zone, account, flow, null, null, null, from, to);
        List<JournalEntry> entries = new ArrayList<>();
        String next = null;
        do {
            Page<JournalEntry> page = at(null).journal().list(filter, new PageRequest(PAGE, next, null));
            entries.addAll(page.items());
            next = page.next();
        } while (next != null);
        return entries;
    }

    private static BigDecimal sum(List<JournalEntry> entries) {
        return entries.stream().map(entry -> entry.amount().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private LedgerQueries at(LocalDate asOf) {
        return found(queries.at(asOf, KnownAt.position(knownAt)));
    }

    private <R extends Report> R report(ReportMaker<R> maker) {
        return found(queries.reports()
                .ofPeriod(zone, ReportPeriod.parse("2023-Q1"), null, KnownAt.position(knownAt), maker));
    }

    private static <T> T found(Answer<T> answer) {
        return ((Answer.Found<T>) answer).report();
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }
}
