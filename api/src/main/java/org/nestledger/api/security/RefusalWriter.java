package org.nestledger.api.security;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.Refusal;
import org.nestledger.api.database.Refusals;
import org.nestledger.api.runtime.LedgerRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps what was refused, on a thread of its own: a flood of it costs a request nothing but a place in a queue. What comes
 * together and is alike is kept as one row that says how many there were; what finds the queue full is only counted.
 */
@Component
final class RefusalWriter {

    /** Stands for all that found the queue full. */
    static final String UNCOUNTED = "MORE";

    private static final Logger LOG = LoggerFactory.getLogger(RefusalWriter.class);
    private static final int QUEUED = 2_000;
    private static final int TOGETHER = 500;
    private static final int PRUNED_EVERY = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BlockingQueue<Refusal> queue = new ArrayBlockingQueue<>(QUEUED);
    private final LongAdder more = new LongAdder();
    private final Refusals refusals;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean closed;
    private int written;

    RefusalWriter(LedgerRuntime runtime, Clock clock) {
        refusals = new Refusals(runtime.database().dataSource());
        this.clock = clock;
        thread = Thread.ofVirtual().name("refusals").start(this::run);
    }

    void add(Refusal refusal) {
        if (!queue.offer(refusal)) {
            more.increment();
        }
    }

    /** Writes what waits, and ends. */
    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(PAUSE.multipliedBy(5));
    }

    private void run() {
        while (!closed) {
            try {
                @Nullable Refusal first = queue.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    write(first);
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException _) {
                LOG.debug("refusals: woken to end");
            }
        }
        @Nullable Refusal last = queue.poll();
        if (last != null) {
            write(last);
        }
    }

    private void write(Refusal first) {
        List<Refusal> batch = new ArrayList<>(List.of(first));
        queue.drainTo(batch, TOGETHER - 1);
        try {
            refusals.add(counted(batch, more.sumThenReset(), clock.instant()));
            written++;
            if (written % PRUNED_EVERY == 0) {
                refusals.prune();
            }
        } catch (DataAccessException lost) {
            LOG.warn("{} refusals could not be kept: {}", batch.size(), lost.getMessage());
        }
    }

    /** Each kind once, with the instant of its last and how many there were. */
    static List<Refusal> counted(List<Refusal> batch, long more, Instant now) {
        List<Refusal> rows =
                new ArrayList<>(batch.stream().collect(Collectors.groupingBy(Refusal::once)).values().stream()
                        .map(alike -> alike.getLast().counted(alike.getLast().refusedAt(), alike.size()))
                        .toList());
        rows.sort(Comparator.comparing(Refusal::refusedAt));
        if (more > 0) {
            rows.add(new Refusal(0, now, null, "", "", "", null, null, 0, UNCOUNTED, more));
        }
        return rows;
    }
}
