package org.nestledger.core.log.race;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.nestledger.core.log.OpenLog;
import org.nestledger.core.log.RecordedEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a log from its beginning while it grows, and remembers what it saw in a digest. */
public final class Reader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 100;
    private static final long PATIENCE_MILLIS = 20;

    private final Source source;
    private final MessageDigest digest = sha256();
    private long position;

    /**
     * One event.
     *
     * @param line all that the reader was told of it
     */
    record Line(long position, String line) {}

    interface Source {

        /** The next events after a position, after a short wait when there is none. */
        List<Line> after(long position) throws Exception;
    }

    Reader(Source source) {
        this.source = source;
    }

    /** Follows the engine's stream. */
    public static Reader follower(OpenLog log) {
        MessageStream<EventMessage> stream = log.engine().stream(StreamingCondition.startingFrom(null), null);
        Semaphore woken = new Semaphore(0);
        stream.setCallback(woken::release);
        return new Reader(_ -> {
            List<Line> lines = new ArrayList<>();
            for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
                EventMessage message = entry.get().message();
                lines.add(line(
                        TrackingToken.fromContext(entry.get())
                                .orElseThrow()
                                .position()
                                .orElseThrow(),
                        message.identifier(),
                        message.type().name() + "#" + message.type().version(),
                        message.timestamp().toString(),
                        message.metadata(),
                        String.valueOf(message.payload())));
            }
            if (lines.isEmpty()) {
                boolean _ = woken.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
            return lines;
        });
    }

    /** Asks for pages. */
    public static Reader pager(OpenLog log) {
        return new Reader(position -> {
            List<RecordedEvent> page = log.log().read(position, PAGE);
            if (page.isEmpty()) {
                Thread.sleep(PATIENCE_MILLIS);
            }
            return page.stream()
                    .map(e -> line(
                            e.position(),
                            e.id(),
                            e.type() + "#" + e.version(),
                            e.time().toString(),
                            e.metadata(),
                            String.valueOf(e.payload())))
                    .toList();
        });
    }

    /** Reads the stored bytes past the engine, and understands them by itself. */
    public static Reader ofRecords(OpenLog log) {
        return new Reader(position -> {
            List<Line> page = new ArrayList<>();
            rows(log, position, (at, record) -> {
                JsonNode json = JSON.readTree(record);
                Map<String, String> metadata = new TreeMap<>();
                json.get("metadata")
                        .properties()
                        .forEach(m -> metadata.put(m.getKey(), m.getValue().stringValue()));
                page.add(line(
                        at,
                        json.get("id").stringValue(),
                        json.get("type").stringValue() + "#" + json.get("v").intValue(),
                        Instant.parse(json.get("time").stringValue()).toString(),
                        metadata,
                        json.get("data").get("text").stringValue()));
            });
            return page;
        });
    }

    /** Reads the stored bytes past the engine and takes them as they are: its digest is of another kind. */
    public static Reader ofBytes(OpenLog log) {
        return new Reader(position -> {
            List<Line> page = new ArrayList<>();
            rows(
                    log,
                    position,
                    (at, record) ->
                            page.add(new Line(at, at + " " + HexFormat.of().formatHex(record))));
            return page;
        });
    }

    /**
     * Reads whatever comes until it is known where to end, and then up to there.
     *
     * @return the digest of all that it saw
     * @throws IllegalStateException when it sees another position than the next
     */
    String readTo(CompletableFuture<Long> last) throws Exception {
        while (!last.isDone() || position < last.join()) {
            for (Line line : source.after(position)) {
                if (line.position != position + 1) {
                    throw new IllegalStateException("after position " + position + " came " + line.position);
                }
                position++;
                digest.update((line.line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        if (position > last.join()) {
            throw new IllegalStateException("the log was still growing when its readers were to end");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Line line(
            long position, String id, String type, String time, Map<String, String> metadata, String payload) {
        return new Line(
                position,
                String.join("|", Long.toString(position), id, type, time, new TreeMap<>(metadata).toString(), payload));
    }

    private interface Row {

        void take(long position, byte[] record);
    }

    private static void rows(OpenLog log, long after, Row use) throws SQLException, InterruptedException {
        boolean any = false;
        try (Connection connection = log.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select position, record from log.event where position > ? order by position limit " + PAGE)) {
            select.setLong(1, after);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    any = true;
                    use.take(row.getLong(1), row.getBytes(2));
                }
            }
        }
        if (!any) {
            Thread.sleep(PATIENCE_MILLIS);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
