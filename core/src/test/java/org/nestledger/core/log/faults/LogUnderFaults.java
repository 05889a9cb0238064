package org.nestledger.core.log.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.log.LogCheck;
import org.nestledger.core.log.TextCodec;
import org.nestledger.core.log.checkpoint.Ed25519Key;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.faults.CampaignCheck.Stored;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.race.Claim;
import org.nestledger.core.log.race.Seen;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One log of a campaign: where it is, and everything that can be known of it from outside. */
final class LogUnderFaults {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final String jdbcUrl;
    private final List<String> workers;
    private final CampaignCheck appends = new CampaignCheck();
    private final CheckpointCheck checkpoints = new CheckpointCheck();

    /** All rows of the log in one snapshot. */
    private record Snapshot(List<Stored> events, List<byte[]> leaves, List<byte[]> notes) {}

    LogUnderFaults(Path directory, String jdbcUrl, List<String> workers) {
        this.directory = directory;
        this.jdbcUrl = jdbcUrl;
        this.workers = workers;
    }

    Path directory() {
        return directory;
    }

    List<Note> notes() throws IOException {
        List<Note> notes = new ArrayList<>();
        for (String worker : workers) {
            notes.addAll(NoteFile.notes(Worker.notes(directory, worker)));
        }
        return notes;
    }

    /** Everything that is wrong now, whether or not clients go on. */
    List<String> violations() throws IOException, SQLException {
        // What clients know first, then the log: what is acknowledged in between is only in the log.
        List<Note> notes = notes();
        List<byte[]> published = published();
        List<String> complaints = complaints();
        Snapshot log = snapshot();
        List<String> found = new ArrayList<>(appends.violations(notes, log.events));
        Set<Long> committed = new HashSet<>();
        List<VerifierKey> keys = keys();
        for (byte[] note : log.notes) {
            checkpoints.signed(note, keys, "in the database");
            committed.add(CheckpointCheck.size(note));
        }
        for (byte[] note : published) {
            checkpoints.signed(note, keys, "as it was published");
            checkpoints.published(note, committed);
        }
        found.addAll(checkpoints.violations(log.leaves));
        found.addAll(complaints);
        found.addAll(selfCheck());
        return found;
    }

    /** Counts it; nobody writes to it any more. */
    void count(Tally tally) throws IOException, SQLException {
        Snapshot log = snapshot();
        Set<String> attempts =
                log.events.stream().map(event -> event.seen().claim().append()).collect(Collectors.toSet());
        tally.count(notes(), attempts, log.events.size(), checkpoints.count());
    }

    /** The operator's check, in a snapshot of its own. */
    private List<String> selfCheck() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        try {
            LogCheck.Sound _ = new LogCheck(dataSource, new TextCodec()).check((_, _) -> {});
            return List.of();
        } catch (UnverifiedException e) {
            return List.of("the self-check says: " + e.what());
        }
    }

    private List<byte[]> published() throws IOException {
        List<byte[]> notes = new ArrayList<>();
        for (String worker : workers) {
            for (String line : NoteFile.lines(Worker.published(directory, worker))) {
                if (line.startsWith("published\t")) {
                    notes.add(Base64.getDecoder().decode(line.substring(line.indexOf('\t') + 1)));
                }
            }
        }
        Path file = Worker.keys(directory).resolve("tlog-checkpoint");
        if (Files.exists(file)) {
            notes.add(Files.readAllBytes(file));
        }
        return notes;
    }

    /** What workers say that they must not have to say. */
    private List<String> complaints() throws IOException {
        List<String> complaints = new ArrayList<>();
        for (String worker : workers) {
            Stream.concat(
                            NoteFile.lines(Worker.notes(directory, worker)).stream(),
                            NoteFile.lines(Worker.published(directory, worker)).stream())
                    .filter(line -> line.startsWith("refused\t") || line.startsWith("unreadable\t"))
                    .filter(line -> !line.contains("cannot be used: "))
                    .forEach(line -> complaints.add(worker + " " + line.replace('\t', ' ')));
        }
        return complaints;
    }

    private List<VerifierKey> keys() throws IOException {
        Path pem = Worker.keys(directory).resolve("tlog-signing-key.pem");
        Path origin = Worker.keys(directory).resolve("tlog-origin");
        return Files.exists(pem)
                ? List.of(Ed25519Key.ofPem(Files.readString(origin).strip(), Files.readString(pem))
                        .verifierKey())
                : List.of();
    }

    private Snapshot snapshot() throws SQLException {
        Snapshot log = new Snapshot(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            each(connection, "select position, record from log.event order by position", row -> {
                byte[] record = row.getBytes(2);
                log.events.add(stored(row.getLong(1), record));
                log.leaves.add(LeafHash.of(record));
            });
            each(connection, "select note from log.log_checkpoint", row -> log.notes.add(row.getBytes(1)));
        }
        return log;
    }

    /** How many events the newest checkpoint in the database covers, 0 when there is none. */
    long committedCheckpoint() throws SQLException {
        long[] size = new long[1];
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            each(connection, "select coalesce(max(size), 0) from log.log_checkpoint", row -> size[0] = row.getLong(1));
        }
        return size[0];
    }

    /** How many events the checkpoint in the high-water file covers, 0 when there is none. */
    long publishedCheckpoint() throws IOException {
        Path file = Worker.keys(directory).resolve("tlog-checkpoint");
        return Files.exists(file) ? CheckpointCheck.size(Files.readAllBytes(file)) : 0;
    }

    private interface Row {

        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Row use) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                use.take(row);
            }
        }
    }

    private static Stored stored(long position, byte[] record) {
        JsonNode json = JSON.readTree(record);
        Claim claim = Claim.parse(json.get("data").get("text").stringValue());
        return new Stored(
                new Seen(position, json.get("type").stringValue(), claim),
                json.get("metadata").get("commandId").stringValue(),
                Client.sha256(record));
    }
}
