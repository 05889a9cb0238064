package org.nestledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.project.ProjectFilter;
import org.nestledger.query.testing.Samples;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;

class EveryEventIsFoldedIT {

    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final TestLedger ledger = new TestLedger();
    private final List<LedgerEvent> samples = Samples.events();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void oneOfEachTypeAndItsReversalGoThroughEveryReadModel() {
        assertThat(samples).hasSize(EventTypes.byName().size() - 1);
        appendSamplesAndReversals();

        ledger.caughtUp();

        assertThat(count("read.event")).isEqualTo(2L * samples.size());
        assertThat(count("read.reversal")).isEqualTo(samples.size());
    }

    @Test
    void theTrialBalanceIsZeroAtAnyPairOfDates() {
        appendSamplesAndReversals();
        var journal = ledger.caughtUp().queries().journal();
        for (long knownAt = 0; knownAt <= 2L * samples.size(); knownAt++) {
            assertThat(journal.trialBalance(ANY_DAY, knownAt).values())
                    .allMatch(sum -> sum.value().equals("0"));
            assertThat(journal.trialBalance(LocalDate.of(2023, 5, 4), knownAt)).isEmpty();
        }
        assertThat(journal.trialBalance(ANY_DAY, samples.size()).keySet())
                .containsExactly("CNY", "count", "mu", "visits");
    }

    @Test
    void nothingStandsWhenEverythingIsReversed() {
        appendSamplesAndReversals();
        var queries = ledger.caughtUp().queries();

        assertThat(queries.projects()
                        .list(ProjectFilter.ALL, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(count("read.parcel")).isZero();
        assertThat(count("read.supply")).isZero();
        assertThat(count("read.enterprise")).isZero();
        assertThat(count("read.permit")).isZero();
        assertThat(count("read.power")).isZero();
        assertThat(count("read.service_plan")).isZero();
        assertThat(count("read.service")).isZero();
        assertThat(count("read.fund_at('infinity', 9223372036854775807)")).isZero();
        assertThat(count("read.visit")).isZero();
        assertThat(queries.journal().ofProject("project")).isEmpty();
    }

    @Test
    void theHistoryNamesWhatReversedWhat() {
        appendSamplesAndReversals();
        var history = ledger.caughtUp().queries().history();
        long last = 2L * samples.size();

        HistoryEntry reversal = history.at(last).orElseThrow();
        assertThat(reversal.reverses()).isEqualTo(samples.size());
        assertThat(reversal.actor()).isEqualTo("tester");
        assertThat(history.at(samples.size()).orElseThrow().reversedBy()).isEqualTo(last);
        assertThat(history.latest("project", "project"))
                .extracting(HistoryEntry::type)
                .contains("project.ProjectIntroduced", "supply.LandSupplied", "reversal.EntryReversed");
        assertThat(history.at(last + 1)).isEmpty();
    }

    private void appendSamplesAndReversals() {
        samples.forEach(ledger::append);
        long position = 1;
        for (LedgerEvent sample : samples) {
            ledger.append(Samples.reversal(position++, sample));
        }
    }

    private long count(String table) {
        return new JdbcTemplate(ledger.dataSource()).queryForObject("select count(*) from " + table, Long.class);
    }
}
