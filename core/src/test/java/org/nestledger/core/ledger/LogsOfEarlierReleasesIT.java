package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.log.LogCheck;
import org.nestledger.core.log.PostgresEventStorageEngine;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.EarlierVersions;
import org.nestledger.core.testing.History;
import org.nestledger.core.testing.Invariants;
import org.nestledger.core.testing.Scenario;
import org.nestledger.core.testing.TestLedger;

/** The same history written by the first release and by this one is the same ledger to whoever goes on with it. */
class LogsOfEarlierReleasesIT {

    private static final Sender EVERYBODY = new Sender("world", Role.all());

    private static final String OPENED = Scenario.PARCEL + """
            RecordOpeningStock parcel=p acquired=30mu serviced=50mu existing=20mu converted=40mu quotaZone=city quotaYear=2022 on=2023-01-15
            RegisterParcel parcel=q area=10mu on=2023-01-01
            RecordOpeningStock parcel=q serviced=10mu existing=10mu on=2023-01-15
            """;

    private static final int STOCK = 7;

    private final TestLedger earlier = new TestLedger();
    private final TestLedger now = new TestLedger();

    @BeforeEach
    void writeTheSameHistory() {
        History history = new History();
        OPENED.lines()
                .forEach(line -> assertThat(history.record(CommandLine.parse(line), new Moment(DeciderSpec.NOW)))
                        .as(line)
                        .isInstanceOf(Accepted.class));
        appendAsFirst(history.events());
        now.record(EVERYBODY, OPENED);
    }

    @AfterEach
    void close() throws Exception {
        earlier.close();
        now.close();
    }

    @Test
    void theStoredBytesAreOfTheFirstVersionAndWhatIsReadIsTheSame() {
        assertThat(events(earlier)).isEqualTo(events(now));
        RecordedEvent first = earlier.log().at(STOCK).orElseThrow();
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.payloadVersion()).isEqualTo(2);
        assertThat(earlier.log().dataAt(STOCK).orElseThrow().has("quotaZone")).isTrue();
        assertThat(now.log().at(STOCK).orElseThrow().version()).isEqualTo(2);
        assertThat(earlier.log().dataAt(0)).isEmpty();
        assertThat(earlier.log().dataAt(99)).isEmpty();
    }

    @Test
    void theFrameworkIsGivenPayloadsInTheVersionThatItIsTold() {
        EventMessage message = streamed(STOCK);
        assertThat(message.type().version()).isEqualTo("2");
        assertThat(message.payload()).isInstanceOf(OpeningStockRecorded.class);
    }

    @Test
    void everyDecisionIsTheSame() {
        for (String command : """
                RecordOpeningStock parcel=p acquired=1mu on=2023-01-15
                ServiceLand parcel=p area=31mu on=2023-02-01
                ServiceLand parcel=p area=30mu on=2023-02-01
                ConvertLand parcel=p area=1mu quotaZone=z quotaYear=2023 doc=1 on=2023-02-01
                IntroduceProject project=a on=2023-02-01
                SupplyLand parcel=p project=a supply=s area=61mu on=2023-03-01
                SupplyLand parcel=p project=a supply=s area=60mu on=2023-03-01
                SupplyLand parcel=q project=a supply=t area=10mu on=2023-03-01
                ReverseEntry position=7
                ReverseEntry position=13
                ReverseEntry position=12
                ReverseEntry position=7
                ReverseEntry position=7
                RecordOpeningStock parcel=p acquired=1mu quotaZone=z quotaYear=2021 on=2023-01-15
                """.lines().toList()) {
            Outcome expected = now.submit(EVERYBODY, command);
            assertThat(earlier.submit(EVERYBODY, command)).as(command).isEqualTo(expected);
        }
        assertThat(movements(earlier)).isEqualTo(movements(now));
        assertThat(tags(earlier)).isEqualTo(tags(now));
        Invariants.hold(facts(earlier));
    }

    @Test
    void aReversalRepeatsTheBytesThatAreStoredInTheirVersion() {
        for (TestLedger ledger : List.of(earlier, now)) {
            long reversed =
                    ((Outcome.Recorded) ledger.submit(EVERYBODY, "ReverseEntry position=" + STOCK)).lastPosition();
            EntryReversed reversal =
                    (EntryReversed) ledger.log().at(reversed).orElseThrow().payload();
            assertThat(reversal.v())
                    .isEqualTo(ledger.log().at(STOCK).orElseThrow().version());
            assertThat(reversal.data().toString())
                    .isEqualTo(ledger.log().dataAt(STOCK).orElseThrow().toString());
        }
        assertThat(movements(earlier)).isEqualTo(movements(now));
    }

    @Test
    void aReversalOfTheFirstReleaseStands() {
        Accepted reversed = (Accepted) Decisions.decide(
                CommandLine.parse("ReverseEntry position=" + STOCK), facts(earlier), new Moment(DeciderSpec.NOW));
        appendAsFirst(reversed.events());
        assertThat(now.submit(EVERYBODY, "ReverseEntry position=" + STOCK)).isInstanceOf(Outcome.Recorded.class);
        assertThat(movements(earlier)).isEqualTo(movements(now));
        String again = "ReverseEntry position=" + STOCK;
        assertThat(earlier.submit(EVERYBODY, again)).isEqualTo(now.submit(EVERYBODY, again));
    }

    @Test
    void aLogOfBothVersionsIsSoundAndKnown() {
        earlier.submit(EVERYBODY, "RegisterParcel parcel=r area=10mu on=2023-01-01");
        earlier.submit(
                EVERYBODY,
                "RecordOpeningStock parcel=r serviced=5mu converted=5mu quotaZone=z quotaYear=2021 on=2023-01-15");
        LogCheck.Sound sound = new LogCheck(earlier.dataSource(), new LedgerCodec()).check((_, _) -> {});
        assertThat(sound.events()).isEqualTo(earlier.log().head()).isEqualTo(11);
        assertThat(sound.unknown()).isEmpty();
        assertThat(earlier.log().at(11).orElseThrow().version()).isEqualTo(2);
    }

    private EventMessage streamed(int position) {
        MessageStream<EventMessage> stream =
                new PostgresEventStorageEngine(earlier.log()).stream(StreamingCondition.startingFrom(null), null);
        EventMessage message = null;
        for (int i = 0; i < position; i++) {
            message = stream.next().orElseThrow().message();
        }
        stream.close();
        return message;
    }

    private void appendAsFirst(List<LedgerEvent> events) {
        List<TaggedEventMessage<?>> messages = new ArrayList<>();
        for (LedgerEvent event : events) {
            EarlierVersions.Written written = EarlierVersions.first(event);
            messages.add(new GenericTaggedEventMessage<>(
                    new GenericEventMessage(
                            UUID.randomUUID().toString(),
                            new MessageType(written.type(), Integer.toString(written.version())),
                            written.data(),
                            Map.of("actor", "world"),
                            DeciderSpec.NOW),
                    written.tags().stream().map(LogsOfEarlierReleasesIT::tag).collect(Collectors.toSet())));
        }
        new PostgresEventStorageEngine(earlier.log())
                .appendEvents(AppendCondition.none(), null, messages)
                .thenCompose(LogsOfEarlierReleasesIT::commit)
                .join();
    }

    private static <R> CompletableFuture<R> commit(AppendTransaction<R> transaction) {
        return transaction.commit(null);
    }

    private static Tag tag(String text) {
        return new Tag(text.substring(0, text.indexOf(':')), text.substring(text.indexOf(':') + 1));
    }

    private static List<Object> events(TestLedger ledger) {
        return ledger.log().read(0, 100).stream().map(RecordedEvent::payload).toList();
    }

    private static List<Set<String>> tags(TestLedger ledger) {
        return ledger.log().read(0, 100).stream()
                .map(event -> Set.copyOf(event.tags()))
                .toList();
    }

    private static Facts facts(TestLedger ledger) {
        return Facts.of(LongStream.rangeClosed(1, ledger.log().head())
                .mapToObj(position -> Decisions.fact(position, (LedgerEvent)
                        ledger.log().at(position).orElseThrow().payload()))
                .toList());
    }

    private static List<Object> movements(TestLedger ledger) {
        return facts(ledger).all().stream()
                .<Object>flatMap(fact -> fact.movements().stream())
                .toList();
    }
}
