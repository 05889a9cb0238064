package org.nestledger.core.log.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.OpenLog;
import org.nestledger.core.log.publish.CheckpointSigner;
import org.nestledger.core.log.publish.KeyDirectory;
import org.nestledger.core.log.publish.SignerRefusedException;
import org.nestledger.core.log.race.Appender;
import org.nestledger.core.log.race.Appender.Draft;
import org.nestledger.core.log.race.Boundary;
import org.nestledger.core.log.race.Shape;

/**
 * A process that appends under load and signs until its input ends, or until it is killed. What its predecessor of the
 * same name left without an answer it sends again, from several threads at once.
 */
final class Worker implements AutoCloseable {

    private static final List<Shape> SHAPES = List.of(Shape.values());
    private static final int KEYS = 40;
    private static final int REPEATERS = 3;
    private static final int ATTEMPTS = 4;
    private static final int REST_MILLIS = 12;
    private static final int OLD = 300;

    /** Attempts of a later life must not have the numbers of an earlier one. */
    private static final int ATTEMPTS_OF_A_LIFE = 1_000;

    private final String name;
    private final OpenLog log;
    private final Appender appender;
    private final NoteFile notes;
    private final NoteFile published;
    private final Client client;
    private final CheckpointSigner signer;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong commands = new AtomicLong();
    private volatile boolean running = true;

    private Worker(Path directory, String jdbcUrl, String name, LogOptions options) throws IOException {
        this.name = name + "-" + ProcessHandle.current().pid() + "-";
        this.log = OpenLog.at(jdbcUrl, name, options);
        this.appender = new Appender(log.engine(), 0);
        this.notes = new NoteFile(notes(directory, name));
        this.published = new NoteFile(published(directory, name));
        this.client = new Client(appender, notes);
        this.signer = new CheckpointSigner(log.dataSource(), new KeyDirectory(keys(directory), null));
    }

    static Path notes(Path directory, String name) {
        return directory.resolve(name + "-notes.txt");
    }

    static Path published(Path directory, String name) {
        return directory.resolve(name + "-published.txt");
    }

    static Path keys(Path directory) {
        return directory.resolve("keys");
    }

    /** Directory, JDBC URL, name, seed, number of threads, seconds of patience. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        Random random = new Random(Long.parseLong(args[3]));
        LogOptions options = LogOptions.defaults()
                .withQueueCapacity(200)
                .withDatabaseTimeout(Duration.ofSeconds(1))
                .withOutcomePatience(Duration.ofSeconds(Long.parseLong(args[5])))
                .withRecentEvents(random.nextBoolean() ? LogOptions.defaults().recentEvents() : OLD)
                // Most batches here are small: all of them, or hardly any, are made durable by another thread.
                .withFlushedTogether(
                        random.nextInt(4) > 0 ? 1 : LogOptions.defaults().flushedTogether());
        Map<String, Integer> unanswered = unanswered(NoteFile.notes(notes(directory, args[2])));
        try (Worker worker = new Worker(directory, args[1], args[2], options)) {
            worker.start(random, Integer.parseInt(args[4]), unanswered);
            while (System.in.read() >= 0) {
                // The end of the input is the sign to end.
            }
        }
    }

    /** Commands that were begun and whose outcome nobody was told, with the number of the last attempt. */
    private static Map<String, Integer> unanswered(List<Note> notes) {
        Map<String, Integer> last = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        for (Note note : notes) {
            switch (note) {
                case Note.Began began -> last.merge(began.command(), began.attempt(), Math::max);
                case Note.Acknowledged _, Note.Repeated _ -> known.add(note.command());
                case Note.Conflicted _, Note.NotWritten _, Note.Unknown _ -> {}
            }
        }
        last.keySet().removeAll(known);
        return last;
    }

    private void start(Random random, int count, Map<String, Integer> unanswered) {
        threads.execute(this::sign);
        List<Map.Entry<String, Integer>> last = new ArrayList<>(unanswered.entrySet());
        last.subList(Math.max(0, last.size() - count), last.size()).forEach(entry -> {
            int next = (entry.getValue() / ATTEMPTS_OF_A_LIFE + 1) * ATTEMPTS_OF_A_LIFE;
            Random own = new Random(random.nextLong());
            threads.execute(() -> sendFromSeveralThreads(entry.getKey(), next, own));
        });
        for (int i = 0; i < count; i++) {
            Random own = new Random(random.nextLong());
            threads.execute(() -> work(own));
        }
    }

    private void work(Random random) {
        while (running) {
            String command = name + commands.incrementAndGet();
            if (random.nextInt(10) == 0) {
                sendFromSeveralThreads(command, 0, random);
            } else {
                send(command, 0, random);
            }
            pause(random.nextInt(REST_MILLIS));
        }
    }

    private void sendFromSeveralThreads(String command, int firstAttempt, Random random) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < REPEATERS; i++) {
            int attempt = firstAttempt + i * ATTEMPTS;
            Random own = new Random(random.nextLong());
            sent.add(CompletableFuture.runAsync(() -> send(command, attempt, own), threads));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
    }

    /** Decides and appends, again after a conflict or a failure, as a client does. */
    private void send(String command, int firstAttempt, Random random) {
        for (int attempt = firstAttempt; running && attempt < firstAttempt + ATTEMPTS; attempt++) {
            Shape shape = SHAPES.get(random.nextInt(SHAPES.size()));
            String key = "k" + random.nextInt(KEYS);
            List<Draft> drafts = new ArrayList<>();
            for (int events = 1 + random.nextInt(3); events > 0; events--) {
                List<Draft> possible = random.nextInt(3) == 0 ? shape.strangers(key) : shape.rivals(key);
                drafts.add(possible.get(random.nextInt(possible.size())));
            }
            Optional<Boundary> boundary = random.nextInt(6) == 0 ? Optional.empty() : Optional.of(shape.boundary(key));
            Optional<Long> marker = boundary.isEmpty() ? Optional.of(-1L) : marker(boundary.get(), random);
            if (marker.isPresent()) {
                Note answer = client.append(command, attempt, marker.get(), boundary, drafts);
                if (answer instanceof Note.Acknowledged || answer instanceof Note.Repeated) {
                    return;
                }
            }
            pause(random.nextInt(50));
        }
    }

    private Optional<Long> marker(Boundary boundary, Random random) {
        try {
            long marker = appender.marker(boundary);
            // Some decide on what they read a while ago.
            return Optional.of(random.nextInt(8) == 0 ? Math.max(0, marker - random.nextInt(OLD)) : marker);
        } catch (EventStoreException away) {
            return Optional.empty();
        } catch (RuntimeException e) {
            notes.write("unreadable\t" + e);
            return Optional.empty();
        }
    }

    /** Signs, and writes down each checkpoint as soon as the public could see it. */
    private void sign() {
        while (running) {
            try {
                signer.start();
                log.log().onAppend(signer::wake);
                break;
            } catch (SignerRefusedException e) {
                published.write("refused\t" + e.getMessage());
                pause(200);
            }
        }
        String last = "";
        while (running) {
            last = note(last);
            pause(5);
        }
    }

    private String note(String last) {
        String now = signer.published()
                .map(p -> Base64.getEncoder().encodeToString(p.note().toBytes()))
                .orElse(last);
        if (!now.equals(last)) {
            published.write("published\t" + now);
        }
        return now;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        threads.shutdown();
        try {
            boolean _ = threads.awaitTermination(60, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        signer.close();
        note("");
        log.close();
        notes.close();
        published.close();
    }
}
