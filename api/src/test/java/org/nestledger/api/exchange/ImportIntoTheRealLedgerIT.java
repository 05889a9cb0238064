package org.nestledger.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.measure.Area;
import org.nestledger.core.testing.TestDatabase;

/** The import end to end on PostgreSQL; totals are taken from the movements of the log. */
class ImportIntoTheRealLedgerIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-01-05T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private TestDatabase database;
    private PostgresEventLog log;
    private AxonLedger ledger;
    private ImportRun run;

    @BeforeEach
    void open() {
        database = TestDatabase.ofLog();
        log = new PostgresEventLog(database.dataSource(), new LedgerCodec(), CLOCK, LogOptions.defaults());
        ledger = AxonLedger.open(log, CLOCK);
        run = new ImportRun(directory, ledger);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        log.close();
        database.close();
    }

    @Test
    void the85NoticesAddUpToTheirFacts() throws IOException {
        assertThat(run.run(run.file("b.csv", Beijing.text()), "--format=landchina"))
                .as(run.err)
                .isZero();
        assertThat(run.summary()).isEqualTo("read 85, recorded 85, already there 0, refused 0");
        assertThat(sum(Flow.SUPPLY)).isEqualTo(Area.mu("4770.81099").microMu());
        assertThat(sum(Flow.SUPPLY_READY)).isEqualTo(Area.mu("4770.81099").microMu());
        assertThat(sum(Flow.PRICE)).isEqualTo(8_912_321_351_500L);
        assertThat(movements().stream().map(Movement::flow).distinct())
                .containsExactlyInAnyOrder(Flow.OPENING, Flow.SUPPLY, Flow.SUPPLY_READY, Flow.PRICE);
    }

    @Test
    void eachNoticeIsOneAppend() throws IOException {
        run.run(run.file("b.csv", Beijing.text()));
        var byCommand = events().stream()
                .collect(Collectors.groupingBy(event -> event.metadata().get("commandId")));
        assertThat(byCommand).hasSize(86);
        assertThat(byCommand.values()).allSatisfy(events -> {
            long first = events.getFirst().position();
            assertThat(events.getLast().position()).isEqualTo(first + events.size() - 1);
            assertThat(events.getLast().type()).isIn("zone.ZoneDesignated", "supply.LandSupplied");
        });
    }

    @Test
    void importingAgainRecordsNothing() throws IOException {
        Path file = run.file("b.csv", Beijing.text());
        run.run(file);
        long head = log.head();
        run.run(file);
        assertThat(run.summary()).isEqualTo("read 85, recorded 0, already there 85, refused 0");
        run.run(file, "--dry-run");
        assertThat(run.summary()).isEqualTo("read 85, recorded 0, already there 85, refused 0");
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void aDryRunSaysWhatWouldBeAndRecordsNothing() throws IOException {
        String twice =
                Beijing.text() + Beijing.text().lines().skip(1).findFirst().orElseThrow();
        assertThat(run.run(run.file("b.csv", twice), "--dry-run")).isZero();
        assertThat(run.summary()).as(run.err).isEqualTo("read 86, recorded 85, already there 1, refused 0");
        assertThat(log.head()).isZero();
    }

    @Test
    void brokenRowsAreLeftOutAndTheOthersComplete() throws IOException {
        List<String> lines = new ArrayList<>(Beijing.text().lines().toList());
        lines.set(3, lines.get(3).replace("2019年06月27日,http", "2999年06月27日,http"));
        lines.set(5, lines.get(5).replace("3.215894", "x"));
        lines.add(9, lines.get(1).replace("五级", "二级"));
        assertThat(run.run(run.file("b.csv", String.join("\n", lines)))).isZero();
        assertThat(run.summary()).isEqualTo("read 86, recorded 83, already there 0, refused 3");
        assertThat(Files.readAllLines(directory.resolve("b.csv.refusals.csv")))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("b.csv,4,Contract signing date,DATE_IN_FUTURE,"))
                .anyMatch(line -> line.startsWith("b.csv,6,Area (hectare),INVALID_FIELD,"))
                .anyMatch(line -> line.startsWith("b.csv,10,Land grade,NOTICE_DIFFERS,"));
        assertThat(types("land.ParcelRegistered"))
                .isEqualTo(types("supply.LandSupplied"))
                .isEqualTo(83);
    }

    @Test
    void reportedStartsAndCompletionsBecomeEventsOnce() throws IOException {
        List<String> lines = new ArrayList<>(Beijing.text().lines().toList());
        lines.set(1, Beijing.with(Beijing.with(lines.get(1), 23, "2019-07-01"), 24, "2021/7/1"));
        Path file = run.file("b.csv", String.join("\n", lines));
        run.run(file);
        run.run(file);
        assertThat(run.summary()).as(run.err).isEqualTo("read 85, recorded 0, already there 85, refused 0");
        assertThat(sum(Flow.START)).isEqualTo(1);
        assertThat(sum(Flow.COMPLETE)).isEqualTo(1);
    }

    @Test
    void aZoneThatIsThereKeepsItsDesignation() throws IOException {
        run.run(run.file("zone.jsonl", """
                {"command":"DesignateZone","commandId":"by hand","zone":"cn-110100","kind":"CITY","name":"北京市",\
                "occurredOn":"1949-10-01"}
                """));
        run.run(run.file("b.csv", Beijing.text()));
        assertThat(run.summary()).as(run.err).isEqualTo("read 85, recorded 85, already there 0, refused 0");
        assertThat(types("zone.ZoneDesignated")).isEqualTo(1);
    }

    private long sum(Flow flow) {
        return movements().stream()
                .filter(movement -> movement.flow() == flow)
                .mapToLong(Movement::amount)
                .sum();
    }

    private List<Movement> movements() {
        return events().stream()
                .flatMap(event -> JournalRules.movements((LedgerEvent) event.payload()).stream())
                .toList();
    }

    private long types(String type) {
        return events().stream().filter(event -> event.type().equals(type)).count();
    }

    private List<RecordedEvent> events() {
        return log.read(0, 10_000);
    }
}
