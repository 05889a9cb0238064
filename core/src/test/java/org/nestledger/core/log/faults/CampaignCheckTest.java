package org.nestledger.core.log.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nestledger.core.log.faults.CampaignCheck.Stored;
import org.nestledger.core.log.race.Boundary;
import org.nestledger.core.log.race.Claim;
import org.nestledger.core.log.race.Seen;

/** A log and notes that are sound, and each way in which they might not be. */
class CampaignCheckTest {

    private final CampaignCheck check = new CampaignCheck();
    private final List<Stored> log = new ArrayList<>(List.of(
            event(1, "one", 0, 0, 1, 0, ""),
            event(2, "two", 1, 0, 2, 1, "t:2"),
            event(3, "two", 1, 1, 2, 1, "t:2"),
            event(4, "three", 0, 0, 1, 1, "t:3")));
    private final List<Note> notes = new ArrayList<>(List.of(
            new Note.Began("one", 0, List.of("h1")),
            new Note.Began("two", 0, List.of("x", "x")),
            new Note.Unknown("two", 0, "why"),
            new Note.Began("two", 1, List.of("h2", "h3")),
            new Note.Acknowledged("two", 1, 3),
            new Note.Began("two", 2, List.of("x")),
            new Note.Repeated("two", 2, 2, 3),
            new Note.Began("three", 0, List.of("h4")),
            new Note.Acknowledged("three", 0, 4),
            new Note.Began("four", 0, List.of("x")),
            new Note.Conflicted("four", 0),
            new Note.Began("four", 1, List.of("x")),
            new Note.NotWritten("four", 1, "why"),
            new Note.Began("four", 2, List.of("x"))));

    @Test
    void aSoundLogIsSound() {
        assertThat(violations()).isEmpty();
        assertThat(violations()).isEmpty();
    }

    @Test
    void aForgedAcknowledgementIsFound() {
        notes.add(new Note.Acknowledged("four", 2, 5));
        assertThat(violations()).containsExactly("four#2 was acknowledged at 5, but is not in the log");
    }

    @Test
    void anAcknowledgementOfAnotherPositionIsFound() {
        notes.add(new Note.Acknowledged("one", 0, 2));
        assertThat(violations()).containsExactly("one#0 was acknowledged at 2, but is at [1]");
    }

    @Test
    void aMissingEventIsFound() {
        log.removeLast();
        assertThat(violations()).containsExactly("three#0 was acknowledged at 4, but is not in the log");
        log.add(event(5, "three", 0, 0, 1, 1, "t:3"));
        assertThat(violations()).contains("position 4 of the log is called 5");
    }

    @Test
    void halfAnAppendIsFound() {
        log.set(2, event(3, "other", 0, 0, 1, 0, ""));
        assertThat(violations())
                .anyMatch(what -> what.startsWith("append two#1 of 2 events is in the log as [0 at 2]"));
    }

    @Test
    void aDoubledEventIsFound() {
        log.add(event(5, "three", 0, 0, 1, 1, "t:3"));
        assertThat(violations()).anyMatch(what -> what.startsWith("append three#0 of 1 events is in the log as"));
    }

    @Test
    void aCommandThatWasExecutedTwiceIsFound() {
        log.add(event(5, "one", 7, 0, 1, 4, ""));
        assertThat(violations()).containsExactly("command one is in the log twice: as one#0 and, at 5, as one#7");
    }

    @Test
    void aBrokenConditionIsFound() {
        log.add(event(5, "five", 0, 0, 1, 3, "t:3"));
        assertThat(violations())
                .containsExactly(
                        "append five#0 at 5 was decided on marker 3, but three#0 at 4 matches its boundary t:3");
    }

    @Test
    void otherBytesAreFound() {
        notes.set(3, new Note.Began("two", 1, List.of("h2", "h0")));
        assertThat(violations()).containsExactly("two#1 is in the log at [2, 3] with other bytes than were sent");
    }

    @Test
    void whatWasToldNotToBeWrittenMustNotBeThere() {
        log.add(event(5, "four", 1, 0, 1, 4, ""));
        assertThat(violations()).contains("four#1 was told to be not written, but is in the log at [5]");
        log.set(4, event(5, "four", 0, 0, 1, 4, ""));
        assertThat(violations()).contains("four#0 was told to be rejected, but is in the log at [5]");
    }

    @Test
    void aRepeatThatWasToldAnotherPlaceIsFound() {
        notes.add(new Note.Repeated("two", 5, 2, 4));
        notes.add(new Note.Repeated("nine", 0, 2, 2));
        assertThat(violations())
                .containsExactly(
                        "two#5 was told that its command is at 2 to 4, but it is at [2, 3]",
                        "nine#0 was told that its command is at 2 to 2, but it is at []");
    }

    @Test
    void whatIsLostOrChangedBetweenTwoChecksIsFound() {
        assertThat(violations()).isEmpty();
        notes.clear();
        log.set(0, new Stored(log.getFirst().seen(), "one", "other"));
        assertThat(violations()).containsExactly("position 1 holds another record than before");
        log.removeLast();
        assertThat(violations()).contains("the log held 4 events before and holds 3 now");
    }

    @Test
    void notesAreReadAsTheyWereWritten() {
        notes.add(new Note.Unknown("x", 3, "a\tb\nc"));
        assertThat(notes.stream()
                        .map(note -> Note.parse(note.toLine()).orElseThrow().toLine()))
                .isEqualTo(notes.stream().map(Note::toLine).toList());
        assertThat(Note.parse("acknowledged\tone")).isEmpty();
    }

    private List<String> violations() {
        return check.violations(notes, log);
    }

    private static Stored event(
            long position, String command, int attempt, int index, int count, long marker, String boundary) {
        Claim claim = new Claim(
                command + "#" + attempt,
                index,
                count,
                marker,
                boundary.isEmpty() ? Optional.empty() : Optional.of(Boundary.parse(boundary)),
                boundary.isEmpty() ? List.of() : List.of(boundary));
        return new Stored(new Seen(position, "T", claim), command, "h" + position);
    }
}
