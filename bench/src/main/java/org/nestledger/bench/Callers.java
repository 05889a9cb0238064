package org.nestledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.HdrHistogram.Histogram;

/** A number of callers, each on a thread of its own, that ask for a while. Only what was accepted counts. */
public final class Callers implements Variant {

    /** Makes the caller of a number. */
    public interface Hiring {

        Caller caller(int number) throws Exception;
    }

    private final String name;
    private final int count;
    private final Hiring hiring;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final ThreadFactory threads;
    private int warmUpRounds;

    public Callers(String name, String unit, int count, ThreadFactory threads, Hiring hiring) {
        this.name = name;
        this.count = count;
        this.threads = threads;
        this.hiring = hiring;
        parameters.put(unit, Integer.toString(count));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The same, which runs for so many rounds before it is measured. */
    public Callers warmedUpFor(int rounds) {
        warmUpRounds = rounds;
        return this;
    }

    @Override
    public Duration warmUp(Duration time) {
        return warmUpRounds == 0 ? Variant.super.warmUp(time) : time.multipliedBy(warmUpRounds);
    }

    @Override
    public Sample run(Duration time) throws Exception {
        List<Caller> hired = new ArrayList<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(threads)) {
            for (int i = 0; i < count; i++) {
                hired.add(hiring.caller(i));
            }
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Histogram>> running = new ArrayList<>();
            for (Caller caller : hired) {
                running.add(executor.submit(work(caller, start, time)));
            }
            long begin = System.nanoTime();
            start.countDown();
            Histogram all = Sample.histogram();
            for (Future<Histogram> each : running) {
                all.add(each.get());
            }
            return new Sample(all.getTotalCount(), System.nanoTime() - begin, all);
        } finally {
            for (Caller caller : hired) {
                caller.close();
            }
        }
    }

    private static Callable<Histogram> work(Caller caller, CountDownLatch start, Duration time) {
        return () -> {
            Histogram latencies = Sample.histogram();
            start.await();
            long before = System.nanoTime();
            long end = before + time.toNanos();
            while (before < end) {
                boolean accepted = caller.call();
                long after = System.nanoTime();
                if (accepted) {
                    latencies.recordValue(after - before);
                }
                before = after;
            }
            return latencies;
        };
    }
}
