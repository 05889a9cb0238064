package org.nestledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.testing.Everything;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Every report, list and entity, asked for as known at a position, is to the byte what the ledger answered while that
 * position was its last one: whatever was back-dated, corrected or reversed since. An instant is as good as the position.
 */
class WhatWasKnownThenIsWhatWasAnsweredThenIT {

    private static final LocalDate MIDDLE = LocalDate.of(2023, 1, 15);
    private static final int STRIDE = 7;

    private static TestLedger ledger;
    private static SingleConnectionDataSource connection;
    private static Instant clock = Instant.parse("2024-01-01T00:00:00Z");
    private static int worlds;

    @BeforeContainer
    static void open() throws SQLException {
        ledger = new TestLedger();
        connection = new SingleConnectionDataSource(ledger.dataSource().getConnection(), true);
    }

    @AfterContainer
    static void close() {
        connection.destroy();
        ledger.close();
    }

    @Example
    void everyReportAndListIsAsked() {
        record(LegalHistories.of(List.of()).events(), "city");
        assertThat(answers("w001-city", null, KnownAt.now()))
                .containsKeys(
                        "annual",
                        "reconciliation",
                        "capital of a quarter with changes",
                        "late-starts",
                        "zones",
                        "funds")
                .containsKeys(
                        "parcels",
                        "projects",
                        "supplies",
                        "enterprises",
                        "quotas",
                        "permits",
                        "powers",
                        "visits",
                        "journal");
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverHappened(@ForAll("commands") List<String> commands) {
        for (String zone : List.of("city", "z")) {
            Map<Long, Instant> times = new LinkedHashMap<>();
            Map<Long, Map<String, String>> then = new LinkedHashMap<>();
            Map<Long, Map<String, String>> middle = new LinkedHashMap<>();
            String id = record(LegalHistories.of(commands).events(), zone, (position, subject) -> {
                times.put(position, clock);
                then.put(position, answers(subject, null, KnownAt.now()));
                middle.put(position, answers(subject, MIDDLE, KnownAt.now()));
            });
            then.forEach((position, answers) -> {
                same(answers(id, null, KnownAt.position(position)), answers);
                same(answers(id, null, KnownAt.instant(times.get(position))), answers);
            });
            middle.forEach((position, answers) -> same(answers(id, MIDDLE, KnownAt.position(position)), answers));
        }
    }

    private interface Look {
        void at(long position, String zone);
    }

    private static void record(List<LedgerEvent> events, String zone) {
        record(events, zone, (_, _) -> {});
    }

    /** Takes the events over into a world of their own, and looks at it now and then. */
    private static String record(List<LedgerEvent> events, String zone, Look look) {
        RenamedWorld world =
                new RenamedWorld("w%03d-".formatted(++worlds), ledger.log().head());
        int recorded = 0;
        for (LedgerEvent event : events) {
            clock = clock.plus(Duration.ofHours(5));
            ledger.append(clock, world.event(event));
            if (++recorded % STRIDE == 0 || recorded == events.size()) {
                ledger.caughtUp();
                look.at(ledger.log().head(), world.id(zone));
            }
        }
        ledger.caughtUp();
        return world.id(zone);
    }

    private static Map<String, String> answers(String zone, @Nullable LocalDate asOf, KnownAt knownAt) {
        return Everything.of(LedgerQueries.over(connection, ledger.log()), zone, asOf, knownAt);
    }

    private static void same(Map<String, String> answers, Map<String, String> expected) {
        assertThat(answers.keySet()).isEqualTo(expected.keySet());
        expected.forEach((question, answer) ->
                assertThat(answers.get(question)).as(question).isEqualTo(answer));
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }
}
