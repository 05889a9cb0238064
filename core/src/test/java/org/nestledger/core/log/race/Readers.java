package org.nestledger.core.log.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nestledger.core.log.OpenLog;

/** Two readers of each kind that read a log while others append to it. */
public final class Readers implements AutoCloseable {

    private static final int EACH = 2;

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("reader-", 0).factory());
    private final CompletableFuture<Long> last = new CompletableFuture<>();
    private final List<Future<String>> ofEvents = new ArrayList<>();
    private final List<Future<String>> ofBytes = new ArrayList<>();

    /**
     * What they saw.
     *
     * @param events digest of the decoded events, the same for followers, pagers and an independent decoder
     * @param bytes digest of the stored bytes
     */
    public record Digests(String events, String bytes) {

        static Digests parse(String line) {
            String[] words = line.split(" ", -1);
            return new Digests(words[1], words[2]);
        }

        @Override
        public String toString() {
            return "digests " + events + " " + bytes;
        }
    }

    /** Begins to read. */
    public Readers(OpenLog log) {
        for (int i = 0; i < EACH; i++) {
            start(Reader.follower(log), ofEvents);
            start(Reader.pager(log), ofEvents);
            start(Reader.ofRecords(log), ofEvents);
            start(Reader.ofBytes(log), ofBytes);
        }
    }

    private void start(Reader reader, List<Future<String>> digests) {
        digests.add(threads.submit(() -> reader.readTo(last)));
    }

    /**
     * Lets them read up to this position, and compares what they saw.
     *
     * @throws IllegalStateException when one saw something else than another, or positions that are not dense
     */
    public Digests readTo(long position) throws Exception {
        last.complete(position);
        return new Digests(same(ofEvents), same(ofBytes));
    }

    private static String same(List<Future<String>> digests) throws Exception {
        String first = digests.getFirst().get();
        for (Future<String> digest : digests) {
            if (!digest.get().equals(first)) {
                throw new IllegalStateException("two readers of one log saw different events");
            }
        }
        return first;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
