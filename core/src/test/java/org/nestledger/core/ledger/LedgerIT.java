package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.CommandReader.NotUnderstood;
import org.nestledger.core.ledger.CommandReader.Understood;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.TestDatabase;

/** Commands go through the framework's gateway to PostgreSQL and back. */
class LedgerIT {

    private static final Sender SENDER = new Sender("tester", Role.all());

    private TestDatabase database;
    private PostgresEventLog log;
    private AxonLedger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.ofLog();
        Clock clock = Clock.fixed(Instant.parse("2024-01-05T02:00:00Z"), ZoneOffset.UTC);
        log = new PostgresEventLog(database.dataSource(), new LedgerCodec(), clock, LogOptions.defaults());
        ledger = AxonLedger.open(log, clock);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        log.close();
        database.close();
    }

    @Test
    void landIsAcquiredServicedConvertedAndSuppliedToAProject() {
        supplyOnce();
        List<RecordedEvent> events = log.read(0, 100);
        assertThat(events)
                .extracting(RecordedEvent::type)
                .containsExactly(
                        "zone.ZoneDesignated",
                        "quota.QuotaGranted",
                        "land.ParcelRegistered",
                        "land.LandAcquired",
                        "land.LandServiced",
                        "land.LandConverted",
                        "project.ProjectIntroduced",
                        "supply.LandSupplied");
        RecordedEvent supplied = events.getLast();
        assertThat(supplied.tags()).containsExactly("parcel:p1", "project:a", "supply:s1");
        assertThat(supplied.metadata())
                .containsEntry("actor", "tester")
                .containsEntry("commandId", "c8")
                .containsKeys("commandHash", "correlationId", "causationId")
                .doesNotContainKey("now");
        assertThat(supplied.time()).isEqualTo(Instant.parse("2024-01-05T02:00:00Z"));
    }

    @Test
    void theSameCommandTwiceIsRecordedOnceAndAnotherBodyIsRefused() {
        supplyOnce();
        assertThat(submit(SUPPLY)).isEqualTo(new Outcome.Recorded(8, 8, true));
        assertThat(refusal(submit(SUPPLY.replace("\"100\"", "\"99\"")))).isEqualTo(RefusalCode.COMMAND_ID_REUSED);
        assertThat(log.head()).isEqualTo(8);
    }

    @Test
    void aCommandIsForItsRoles() {
        Submission designation = submission(COMMANDS.getFirst());
        Sender committee = new Sender("somebody", Set.of(Role.COMMITTEE));
        assertThat(refusal(ledger.submit(new Submission("c1", designation.command(), committee))))
                .isEqualTo(RefusalCode.NOT_PERMITTED);
        assertThat(log.head()).isZero();
    }

    @Test
    void aRefusalAppendsNothing() {
        supplyOnce();
        String more = SUPPLY.replace("c8", "c9").replace("s1", "s2").replace("\"100\"", "\"51\"");
        assertThat(refusal(submit(more))).isEqualTo(RefusalCode.NOT_ENOUGH_SERVICED);
        assertThat(log.head()).isEqualTo(8);
    }

    @Test
    void aDryRunSeesItsOwnProposalsAndAppendsNothing() {
        Ledger dry = ledger.dryRun();
        for (String command : COMMANDS) {
            assertThat(dry.submit(submission(command))).isInstanceOf(Outcome.Proposed.class);
        }
        assertThat(dry.submit(submission(SUPPLY))).isEqualTo(new Outcome.Recorded(0, 0, true));
        assertThat(log.head()).isZero();
    }

    @Test
    void ofManyRivalSuppliesOnlySoManyAsThereIsLandForAreRecorded() throws Exception {
        COMMANDS.subList(0, 7).forEach(this::submit);
        List<Callable<Outcome>> rivals = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String rival = SUPPLY.replace("c8", "r" + i).replace("s1", "s" + i).replace("\"100\"", "\"10\"");
            rivals.add(() -> submit(rival));
        }
        int recorded = 0;
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (Future<Outcome> outcome : pool.invokeAll(rivals)) {
                recorded += outcome.get() instanceof Outcome.Recorded ? 1 : 0;
            }
        }
        assertThat(recorded).isEqualTo(15);
        assertThat(log.head()).isEqualTo(7 + 15);
    }

    @Test
    void ofRivalVersionsOfOneNoticeOneIsRecordedAndTheOthersAreToldWhatDiffers() throws Exception {
        submit(COMMANDS.getFirst());
        List<Callable<Outcome>> rivals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String rival = NOTICE.replace("NOTE", "version " + i);
            rivals.add(() -> submit(rival));
        }
        List<Outcome> outcomes = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome> outcome : pool.invokeAll(rivals)) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).filteredOn(Outcome.Recorded.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .hasSize(7)
                .allSatisfy(refused -> assertThat(refusal(refused)).isEqualTo(RefusalCode.NOTICE_DIFFERS));
        assertThat(log.head()).isEqualTo(1 + 4);
    }

    private void supplyOnce() {
        for (String command : COMMANDS) {
            assertThat(submit(command)).isInstanceOf(Outcome.Recorded.class);
        }
    }

    private Outcome submit(String json) {
        return ledger.submit(submission(json));
    }

    private static Submission submission(String json) {
        return switch (CommandReader.read(json.getBytes(StandardCharsets.UTF_8))) {
            case Understood read -> new Submission(read.commandId(), read.command(), SENDER);
            case NotUnderstood not -> throw new AssertionError(not.rejection().toString());
        };
    }

    private static RefusalCode refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).rejection().code();
    }

    private static final String SUPPLY = """
            {"command":"SupplyLand","commandId":"c8","zone":"z","parcel":"p1","project":"a","supply":"s1",
             "area":{"value":"100","unit":"mu"},"method":"LISTING","contractNumber":"K-1",
             "price":{"value":"1200000","unit":"CNY"},"occurredOn":"2023-06-01"}""";

    private static final String NOTICE = """
            {"command":"RecordSupplyNotice","commandId":"n1","zone":"z","notice":{"format":"landchina","key":"K1",
             "projectName":"Works","area":{"value":"1.5","unit":"ha"},"landSource":"NEW","method":"LISTING",
             "holder":"Works Co., Ltd.","naturalPerson":false,"note":"NOTE","contractDate":"2023-06-27"}}""";

    private static final List<String> COMMANDS = List.of("""
            {"command":"DesignateZone","commandId":"c1","zone":"z","kind":"ZONE","name":"Zone","occurredOn":"2020-01-01"}""", """
            {"command":"GrantQuota","commandId":"c2","zone":"z","year":2023,"area":{"value":"150","unit":"mu"},
             "occurredOn":"2023-01-10","documents":[{"kind":"approval","number":"2023-1"}]}""", """
            {"command":"RegisterParcel","commandId":"c3","zone":"z","parcel":"p1","area":{"value":"20","unit":"ha"},
             "occurredOn":"2023-01-11"}""", """
            {"command":"AcquireLand","commandId":"c4","zone":"z","parcel":"p1","area":{"value":"200","unit":"mu"},
             "occurredOn":"2023-02-01"}""", """
            {"command":"ServiceLand","commandId":"c5","zone":"z","parcel":"p1","area":{"value":"150","unit":"mu"},
             "occurredOn":"2023-03-01"}""", """
            {"command":"ConvertLand","commandId":"c6","zone":"z","parcel":"p1","area":{"value":"150","unit":"mu"},
             "quotaZone":"z","quotaYear":2023,"occurredOn":"2023-03-01","documents":[{"kind":"approval","number":"7"}]}""", """
            {"command":"IntroduceProject","commandId":"c7","zone":"z","project":"a","name":"A",
             "plannedInvestment":{"value":"31","unit":"CNY"},"occurredOn":"2023-04-01"}""", SUPPLY);
}
