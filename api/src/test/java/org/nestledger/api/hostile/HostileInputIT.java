package org.nestledger.api.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nestledger.api.rest.openapi.Description;
import org.nestledger.api.testing.ServedDemonstration;

/**
 * Wrong requests of every kind, made from the description: each is refused with a code or answered, in time; the log and
 * the memory are afterwards what they were. The seed is printed; {@code -Dhostile.seed=} gives it again.
 */
class HostileInputIT {

    private static final int TOGETHER = 8;
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final long GROWTH = 96L << 20;

    private static final Path FAULTS = Path.of("target", "hostile-faults.txt");

    private final ServedDemonstration ledger = ServedDemonstration.shared();
    private final long seed = Long.getLong("hostile.seed", System.nanoTime());

    @Test
    void twoThousandRequestsChangeNothing() throws Exception {
        assertNothingChangesBy(2_000, Duration.ofMinutes(2));
    }

    @Test
    @Tag("all")
    void twentyThousandRequestsChangeNothing() throws Exception {
        assertNothingChangesBy(Integer.getInteger("hostile.requests", 20_000), Duration.ofMinutes(5));
    }

    private void assertNothingChangesBy(int requests, Duration limit) throws Exception {
        System.out.printf("hostile requests: %d with -Dhostile.seed=%d%n", requests, seed);
        Description description = Description.of(ledger.http());
        String before = log();
        long heap = heap();
        Instant start = Instant.now();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
        send(requests, new HostileRequests(description, seed), new Verdicts(description), faults, answers);
        Duration took = Duration.between(start, Instant.now());
        System.out.printf(
                "hostile requests: %s in %d s; heap %+d MiB%n", answers, took.toSeconds(), (heap() - heap) >> 20);
        Files.write(FAULTS, faults);
        assertThat(faults.size())
                .as("faults with seed %d, all of them in %s", seed, FAULTS)
                .isZero();
        assertThat(log()).isEqualTo(before);
        assertThat(took).isLessThan(limit);
        assertThat(heap() - heap).isLessThan(GROWTH);
        assertThat(ledger.http().get("/actuator/health").status()).isEqualTo(200);
    }

    private void send(
            int requests,
            HostileRequests hostile,
            Verdicts verdicts,
            Queue<String> faults,
            Map<String, LongAdder> answers)
            throws Exception {
        RawHttp http = new RawHttp(ledger.server().port());
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, TOGETHER)
                    .<Future<?>>mapToObj(_ -> senders.submit(() -> {
                        for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                            one(i, hostile.at(i), http, verdicts, faults, answers);
                        }
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private static void one(
            int number,
            HostileRequest request,
            RawHttp http,
            Verdicts verdicts,
            Queue<String> faults,
            Map<String, LongAdder> answers) {
        try {
            Instant start = Instant.now();
            RawHttp.Answer answer = http.send(request.bytes());
            if (Duration.between(start, Instant.now()).compareTo(SLOW) > 0) {
                answers.computeIfAbsent("slow " + request.kind(), _ -> new LongAdder())
                        .increment();
            }
            answers.computeIfAbsent(request.kind() + " " + answer.status(), _ -> new LongAdder())
                    .increment();
            verdicts.on(request, answer)
                    .ifPresent(fault -> faults.add("#" + number + " " + fault + "\n  " + request + "\n  " + answer));
        } catch (IOException tooLate) {
            faults.add("#" + number + " " + tooLate + "\n  " + request);
        }
    }

    /** The end of the log and the hash of all that is in it. */
    private String log() {
        return ledger.runtime().log().head() + " "
                + ledger.http().get("/log/checkpoint").text().lines().limit(3).toList();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
