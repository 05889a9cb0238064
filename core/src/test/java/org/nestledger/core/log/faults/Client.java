package org.nestledger.core.log.faults;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.nestledger.core.log.DuplicateCommandException;
import org.nestledger.core.log.LogBusyException;
import org.nestledger.core.log.race.Appender;
import org.nestledger.core.log.race.Appender.Draft;
import org.nestledger.core.log.race.Boundary;
import org.nestledger.core.log.race.Claim;

/** Appends, and writes down before what it is about to do and afterwards what it was told. */
final class Client {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Appender appender;
    private final NoteFile notes;

    Client(Appender appender, NoteFile notes) {
        this.appender = appender;
        this.notes = notes;
    }

    /** One try of a command; returns what was noted in the end. */
    Note append(String command, int attempt, long marker, Optional<Boundary> boundary, List<Draft> drafts) {
        List<TaggedEventMessage<?>> events = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (Draft draft : drafts) {
            List<String> tags = draft.tags().stream().sorted().distinct().toList();
            Claim claim = new Claim(command + "#" + attempt, events.size(), drafts.size(), marker, boundary, tags);
            TaggedEventMessage<?> event = Appender.message(
                    draft.type(), tags, claim.toString(), Map.of("commandHash", "hash", "commandId", command));
            events.add(event);
            hashes.add(sha256(record(event.event(), tags)));
        }
        notes.write(new Note.Began(command, attempt, hashes).toLine());
        Note answer = answer(command, attempt, marker, boundary, events);
        notes.write(answer.toLine());
        return answer;
    }

    private Note answer(
            String command, int attempt, long marker, Optional<Boundary> boundary, List<TaggedEventMessage<?>> events) {
        try {
            long last = appender.commit(Appender.condition(marker, boundary), events);
            return new Note.Acknowledged(command, attempt, last);
        } catch (AppendEventsTransactionRejectedException conflict) {
            return new Note.Conflicted(command, attempt);
        } catch (DuplicateCommandException repeated) {
            return new Note.Repeated(
                    command,
                    attempt,
                    repeated.receipt().firstPosition(),
                    repeated.receipt().lastPosition());
        } catch (LogBusyException busy) {
            return new Note.NotWritten(command, attempt, busy.getMessage());
        } catch (EventStoreException e) {
            String why = String.valueOf(e.getMessage());
            return why.contains("nothing was written")
                    ? new Note.NotWritten(command, attempt, why)
                    : new Note.Unknown(command, attempt, why);
        } catch (RuntimeException e) {
            return new Note.Unknown(command, attempt, String.valueOf(e));
        }
    }

    /** The bytes that the log should store for an event whose text needs no escapes, spelt out independently of it. */
    private static String record(EventMessage event, List<String> tags) {
        return "{\"data\":{\"text\":\"" + event.payload() + "\"},\"id\":\"" + event.identifier()
                + "\",\"metadata\":{\"commandHash\":\"" + event.metadata().get("commandHash") + "\",\"commandId\":\""
                + event.metadata().get("commandId") + "\"},\"tags\":"
                + tags.stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(",", "[", "]"))
                + ",\"time\":\"" + TIME.format(event.timestamp()) + "\",\"type\":\""
                + event.type().name() + "\",\"v\":1}";
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
