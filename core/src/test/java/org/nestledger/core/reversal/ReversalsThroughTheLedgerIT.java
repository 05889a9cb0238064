package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.Decisions;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.Invariants;
import org.nestledger.core.testing.Scenario;
import org.nestledger.core.testing.TestDatabase;

/** Reversals on the framework and PostgreSQL: who may ask for one, and what happens in between. */
class ReversalsThroughTheLedgerIT {

    private static final Sender PLATFORM = new Sender("platform", Set.of(Role.PLATFORM));
    private static final Sender COMMITTEE = new Sender("committee", Set.of(Role.COMMITTEE));
    private static final Sender HEADQUARTERS = new Sender("headquarters", Set.of(Role.HEADQUARTERS));
    private static final Sender EVERYBODY = new Sender("world", Role.all());

    private static final int ROUNDS = 15;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private TestDatabase database;
    private PostgresEventLog log;
    private AxonLedger ledger;
    private int commands;

    @BeforeEach
    void open() {
        database = TestDatabase.ofLog();
        Clock clock = Clock.fixed(DeciderSpec.NOW, ZoneOffset.UTC);
        log = new PostgresEventLog(database.dataSource(), new LedgerCodec(), clock, LogOptions.defaults());
        ledger = AxonLedger.open(log, clock);
    }

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        ledger.close();
        log.close();
        database.close();
    }

    @Test
    void whoRecordedAnEntryMayReverseItAndNobodyElseButHeadquarters() {
        recorded(Scenario.PARCEL);
        long first = record("AcquireLand parcel=p area=1mu on=2023-02-01", PLATFORM);
        long second = record("AcquireLand parcel=p area=2mu on=2023-02-01", PLATFORM);
        assertThat(refusal(submit("ReverseEntry position=" + first, COMMITTEE))).isEqualTo(RefusalCode.NOT_PERMITTED);
        assertThat(refusal(submit("ReverseEntry position=" + first, new Sender("platform", Set.of()))))
                .isEqualTo(RefusalCode.NOT_PERMITTED);
        assertThat(log.head()).isEqualTo(second);
        record("ReverseEntry position=" + first, PLATFORM);
        record("ReverseEntry position=" + second, HEADQUARTERS);
        assertThat(log.at(second + 2).orElseThrow().tags()).containsExactly("parcel:p", "reverses:" + second);
    }

    @Test
    void whoeverAsksForAPositionThatIsNotThereIsToldSo() {
        recorded(Scenario.ZONES);
        for (long position : List.of(Long.MIN_VALUE, -1L, 0L, 6L, Long.MAX_VALUE)) {
            assertThat(refusal(submit("ReverseEntry position=" + position, PLATFORM)))
                    .as("%d", position)
                    .isEqualTo(RefusalCode.UNKNOWN_ENTRY);
        }
    }

    @Test
    void theBooksThatAreOnlyFoundWhileReadingAreReadAsWell() {
        recorded(Scenario.ZONES + "RegisterEnterprise enterprise=e on=2022-01-01\n");
        long recognised =
                record("QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-01-01 zone=peer", EVERYBODY);
        record("ClosePeriod through=2023-06-30 doc=1", EVERYBODY);

        long reversal = record("ReverseEntry zone=peer on=2023-08-15 position=" + recognised, EVERYBODY);

        assertThat(log.at(reversal).orElseThrow().payload())
                .isInstanceOfSatisfying(
                        EntryReversed.class,
                        event -> assertThat(event.restates()).isEqualTo("2023-01"));
    }

    @Test
    void theSameReversalTwiceIsRecordedOnce() {
        recorded(Scenario.PARCEL);
        long target = record("AcquireLand parcel=p area=1mu on=2023-02-01", EVERYBODY);
        Submission reversal = new Submission("again", CommandLine.parse("ReverseEntry position=" + target), EVERYBODY);
        assertThat(ledger.submit(reversal)).isEqualTo(new Outcome.Recorded(target + 1, target + 1, false));
        assertThat(ledger.submit(reversal)).isEqualTo(new Outcome.Recorded(target + 1, target + 1, true));
        assertThat(refusal(submit("ReverseEntry position=" + target, EVERYBODY)))
                .isEqualTo(RefusalCode.ALREADY_REVERSED);
        assertThat(log.head()).isEqualTo(target + 1);
    }

    @Test
    void ofAReversalAndASupplyOfTheSameLandExactlyOneIsRecorded() throws Exception {
        recorded(Scenario.READY + Scenario.PROJECT_A);
        for (int round = 0; round < ROUNDS; round++) {
            long serviced = record("ServiceLand parcel=p area=10mu on=2023-03-01", EVERYBODY);
            rivals(
                    "ReverseEntry position=" + serviced,
                    "SupplyLand parcel=p project=a supply=s" + round + " area=110mu on=2023-06-01");
            long head = log.head();
            assertThat(head).as("round %d", round).isEqualTo(serviced + 1);
            Invariants.hold(facts());
            if (log.at(head).orElseThrow().payload() instanceof EntryReversed) {
                continue;
            }
            record("ReverseEntry position=" + head, EVERYBODY);
            record("ReverseEntry position=" + serviced, EVERYBODY);
        }
    }

    @Test
    void ofTwoReversalsThatWouldTogetherOverdrawExactlyOneIsRecorded() throws Exception {
        recorded(Scenario.PARCEL);
        for (int round = 0; round < ROUNDS; round++) {
            long acquired = record("AcquireLand parcel=p area=1mu on=2023-02-01", EVERYBODY);
            record("AcquireLand parcel=p area=1mu on=2023-02-01", EVERYBODY);
            record("ServiceLand parcel=p area=1mu on=2023-03-01", EVERYBODY);
            rivals("ReverseEntry position=" + acquired, "ReverseEntry position=" + (acquired + 1));
            assertThat(log.head()).as("round %d", round).isEqualTo(acquired + 3);
            long won = ((EntryReversed) log.at(acquired + 3).orElseThrow().payload()).reverses();
            record("ReverseEntry position=" + (acquired + 2), EVERYBODY);
            record("ReverseEntry position=" + (won == acquired ? acquired + 1 : acquired), EVERYBODY);
        }
        Invariants.hold(facts());
    }

    private void rivals(String one, String other) throws Exception {
        List<Callable<Outcome>> both = List.of(() -> submit(one, EVERYBODY), () -> submit(other, EVERYBODY));
        int won = 0;
        for (Future<Outcome> outcome : threads.invokeAll(both)) {
            won += outcome.get() instanceof Outcome.Recorded ? 1 : 0;
        }
        assertThat(won).as("%s against %s", one, other).isOne();
    }

    private Facts facts() {
        return Facts.of(
                LongStream.rangeClosed(1, log.head()).mapToObj(this::fact).toList());
    }

    private Fact fact(long position) {
        RecordedEvent recorded = log.at(position).orElseThrow();
        return Decisions.fact(position, (LedgerEvent) recorded.payload());
    }

    private void recorded(String history) {
        history.lines().filter(line -> !line.isBlank()).forEach(line -> record(line, EVERYBODY));
    }

    /** The position of the last event. */
    private long record(String line, Sender sender) {
        Outcome outcome = submit(line, sender);
        assertThat(outcome).as(line).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).lastPosition();
    }

    private Outcome submit(String line, Sender sender) {
        return ledger.submit(new Submission(id(), CommandLine.parse(line), sender));
    }

    private synchronized String id() {
        return "c" + ++commands;
    }

    private static RefusalCode refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).rejection().code();
    }
}
