package org.nestledger.query.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.query.page.Dates;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.testing.MovementPages;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a page of the journal costs depends on the page, not on how long the journal is and where in it the page stands. The sums that
 * tell where to look do not grow with the entries that they sum.
 */
class OnlyThePagesOfThePageAreReadIT {

    private static final int EVENTS = 30_000;
    private static final int ENTRIES = 4 * EVENTS;

    /** The movements fill more than a thousand, their indexes three. */
    private static final int FEW = 400;

    private static final JournalFilter ALL = JournalFilter.ALL;
    private static final PageRequest FIRST = PageRequest.first(100);

    private final TestLedger ledger = new TestLedger();
    private Connection connection;
    private JdbcClient database;

    /** Two movements of each event: of 30 zones in turn, one from late on, one now and then; two months have a flow of their own. */
    @BeforeEach
    void fill() throws SQLException {
        connection = ledger.dataSource().getConnection();
        connection.setAutoCommit(false);
        database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        database.sql("""
                insert into read.zone_ancestor
                select zone, ancestor from (
                    select 'z' || n as zone from generate_series(0, 29) n union all values ('late'), ('rare')) z,
                    lateral (values (zone), ('province')) a (ancestor)""").update();
        database.sql("""
                insert into read.movement
                select n, line, flow, 'count', 1 + n % 9, date '2015-01-01' + n / 10,
                       accounts[1], zone, 'p' || n, 'j' || n, 's' || n, null,
                       accounts[2], zone, 'p' || n, 'j' || n, 's' || n, null
                from generate_series(1, :events) n,
                     lateral (select case when n % 5000 = 9 then 'rare' when n > 28000 and n % 3 = 0 then 'late'
                                     else 'z' || n % 30 end) z (zone),
                     lateral (values (0, case when n between 20000 and 20600 then 'AGREE' else 'APPLY' end),
                                     (1, 'GRANT')) f (line, flow),
                     lateral (select case flow when 'AGREE' then array['service:none', 'service:agreed']
                                     when 'APPLY' then array['permit:none', 'permit:applied']
                                     else array['permit:applied', 'permit:granted'] end) a (accounts)""").param("events", EVENTS).update();
        database.sql("insert into read.movement_sum select * from read.movement_sum_of(0, :events)")
                .param("events", EVENTS)
                .update();
        connection.commit();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        ledger.close();
    }

    @Test
    void atBothEndsAlsoWithoutStatistics() {
        few(100, ALL, FIRST);
        few(100, ALL, FIRST.sortedBy("-id"));
    }

    @Test
    void ofWhateverIsAsked() {
        ledger.database().execute("vacuum analyze");
        few(100, ALL, FIRST);
        few(100, ALL, FIRST.sortedBy("-id"));
        few(100, ALL.within("z7"), FIRST);
        few(100, ALL.within("late"), FIRST);
        few(24, ALL.within("rare"), FIRST);
        few(100, ALL.within("province"), FIRST);
        few(0, ALL.within("elsewhere"), FIRST);
        few(100, of(Account.PERMIT_GRANTED, null), FIRST);
        few(100, of(Account.SERVICE_AGREED, null), FIRST);
        few(100, of(null, Flow.AGREE), FIRST.sortedBy("-id"));
        few(0, of(Account.LAND_ACQUIRED, null), FIRST);
        few(100, month(null), FIRST);
        few(40, month("z7"), FIRST);
        few(4, new JournalFilter("province", null, null, null, "j12345", null, null, null), FIRST);
        eachPageOf(ENTRIES, ALL);
        eachPageOf(1_202, of(null, Flow.AGREE).within("province"));
    }

    private static JournalFilter month(String zone) {
        return new JournalFilter(
                zone, null, null, null, null, null, LocalDate.of(2020, 7, 1), LocalDate.of(2020, 7, 31));
    }

    private static JournalFilter of(Account account, Flow flow) {
        return new JournalFilter(null, account, flow, null, null, null, null, null);
    }

    private void eachPageOf(int entries, JournalFilter filter) {
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        int listed = 0;
        for (String next = null; listed == 0 || next != null; ) {
            Page<JournalEntry> page = few(filter, request.after(next));
            listed += page.items().size();
            next = page.next();
        }
        assertThat(listed).isEqualTo(entries);
    }

    private void few(int entries, JournalFilter filter, PageRequest request) {
        assertThat(few(filter, request).items()).as(filter.toString()).hasSize(entries);
    }

    private Page<JournalEntry> few(JournalFilter filter, PageRequest request) {
        long before = MovementPages.read(database);
        Page<JournalEntry> page = new JournalQueries(database, Dates.NOW).list(filter, request);
        assertThat(MovementPages.read(database) - before)
                .as(filter + " " + request)
                .isLessThan(FEW);
        return page;
    }
}
