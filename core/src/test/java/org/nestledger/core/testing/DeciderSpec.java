package org.nestledger.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.measure.Area;

/**
 * Given a history, when a command is given, then what is recorded or why it is refused. Histories are legal: each command
 * of one is decided. Each decision reads its own boundary only, and the invariants of the ledger hold after each test.
 */
public final class DeciderSpec {

    /** After all days of the histories in tests, 10 o'clock in Shanghai. */
    public static final Instant NOW = Instant.parse("2024-01-05T02:00:00Z");

    private final History history = new History();
    private Instant now = NOW;

    private DeciderSpec() {}

    /** Commands, one a line; empty lines are skipped. */
    public static DeciderSpec given(String... commands) {
        return new DeciderSpec().and(commands);
    }

    public static DeciderSpec given(LedgerEvent... events) {
        DeciderSpec spec = new DeciderSpec();
        Stream.of(events).forEach(spec.history::append);
        return spec;
    }

    public DeciderSpec and(String... commands) {
        Stream.of(commands)
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .forEach(line -> assertThat(history.record(CommandLine.parse(line), new Moment(now)))
                        .as(line)
                        .isInstanceOf(Accepted.class));
        return this;
    }

    /** The last event of this type is reversed, on its own day. */
    public DeciderSpec reversing(String type) {
        history.reverse(type, null);
        return this;
    }

    public DeciderSpec reversing(String type, String on) {
        history.reverse(type, LocalDate.parse(on));
        return this;
    }

    public DeciderSpec at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Answer when(String command) {
        return when(CommandLine.parse(command));
    }

    public Answer when(LedgerCommand command) {
        return new Answer(history.record(command, new Moment(now)), history);
    }

    /** Somebody else than the sender has agreed. */
    public Answer whenApproved(LedgerCommand command) {
        return new Answer(history.record(command, new Moment(now), true), history);
    }

    public Answer whenApproved(String command) {
        return whenApproved(CommandLine.parse(command));
    }

    /** Of the last standing event of this type. */
    public long position(String type) {
        return history.reversal(type, null).position();
    }

    /** The reversal of the last standing event of this type is asked for. */
    public Answer whenReversed(String type) {
        return when(history.reversal(type, null));
    }

    /** @param on the day of the reversal, where it cannot take the event's own */
    public Answer whenReversed(String type, String on) {
        return when(history.reversal(type, LocalDate.parse(on)));
    }

    /** What was decided. */
    public record Answer(Decision decision, History history) {

        public Answer then(LedgerEvent... events) {
            assertThat(recorded()).containsExactly(events);
            return this;
        }

        /** The recorded events are of these types. */
        public Answer thenRecorded(String... types) {
            assertThat(recorded())
                    .extracting(event -> EventName.of(event.getClass()))
                    .containsExactly(types);
            return this;
        }

        /** The only recorded event is of this type and satisfies this. */
        public <E extends LedgerEvent> Answer thenRecorded(Class<E> type, Consumer<E> satisfies) {
            assertThat(recorded()).hasSize(1).first().isInstanceOfSatisfying(type, satisfies);
            return this;
        }

        /** The movements of the recorded events, such as {@code SERVICE land:acquired p -> land:serviced p: 100 mu}. */
        public Answer thenMoved(String... movements) {
            assertThat(recorded().stream()
                            .flatMap(event -> JournalRules.movements(event).stream())
                            .map(Answer::text))
                    .containsExactly(movements);
            return this;
        }

        public void thenAccepted() {
            assertThat(recorded()).isNotEmpty();
        }

        public Rejection thenRejected(RefusalCode code) {
            assertThat(decision).as("%s", decision).isInstanceOf(Rejection.class);
            Rejection rejection = (Rejection) decision;
            assertThat(rejection.code()).as("%s", rejection).isEqualTo(code);
            assertThat(rejection.message()).endsWith(".");
            assertThat(rejection.remedy()).endsWith(".");
            return rejection;
        }

        public void thenNothing() {
            assertThat(decision instanceof Accepted accepted ? accepted.events() : List.of())
                    .isEmpty();
        }

        private List<LedgerEvent> recorded() {
            assertThat(decision).as("%s", decision).isInstanceOf(Accepted.class);
            Invariants.hold(history.all());
            return ((Accepted) decision).events();
        }

        private static String text(Movement movement) {
            String amount = movement.unit().equals(Area.UNIT)
                    ? Area.quantityOf(movement.amount()).value()
                    : Long.toString(movement.amount());
            return movement.flow() + " " + text(movement.from()) + " -> " + text(movement.to()) + ": " + amount + " "
                    + movement.unit();
        }

        private static String text(Place place) {
            return place.account().code() + " " + place.key().owner();
        }
    }
}
