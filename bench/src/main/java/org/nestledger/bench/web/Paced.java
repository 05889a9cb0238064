package org.nestledger.bench.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;

/**
 * Requests at a steady pace. A latency counts from when its request was due, so that one slow answer is not hidden by the
 * requests that it keeps back.
 */
final class Paced implements Variant {

    private static final int CONNECTIONS = 16;
    private static final long NANOS = 1_000_000_000;

    private final String name;
    private final int perSecond;
    private final int port;
    private final String path;
    private final Runnable eachSecond;

    Paced(String name, int perSecond, int port, String path) {
        this(name, perSecond, port, path, () -> {});
    }

    /** @param eachSecond is done besides, on a thread of its own */
    Paced(String name, int perSecond, int port, String path, Runnable eachSecond) {
        this.eachSecond = eachSecond;
        this.name = name;
        this.perSecond = perSecond;
        this.port = port;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("per second", Integer.toString(perSecond));
    }

    /** Compilers need a number of requests, not a time. */
    @Override
    public Duration warmUp(Duration time) {
        return time.multipliedBy(2);
    }

    @Override
    public Sample run(Duration time) throws Exception {
        LinkedBlockingQueue<HttpCaller> idle = new LinkedBlockingQueue<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            HttpCaller caller = new HttpCaller(port, path);
            caller.call();
            idle.add(caller);
        }
        long requests = Math.max(1, time.toNanos() * perSecond / NANOS);
        Histogram latencies = Sample.histogram();
        long begin = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> answers = new ArrayList<>();
            List<Future<?>> others = new ArrayList<>();
            for (long i = 0; i < requests; i++) {
                long due = begin + i * NANOS / perSecond;
                sleepUntil(due);
                if (i % perSecond == perSecond / 2) {
                    others.add(executor.submit(eachSecond));
                }
                answers.add(executor.submit(() -> latency(idle, due)));
            }
            for (Future<Long> answer : answers) {
                latencies.recordValue(answer.get());
            }
            for (Future<?> other : others) {
                other.get();
            }
        } finally {
            idle.forEach(HttpCaller::close);
        }
        return new Sample(requests, System.nanoTime() - begin, latencies);
    }

    private static long latency(LinkedBlockingQueue<HttpCaller> idle, long due) throws Exception {
        HttpCaller caller = idle.take();
        try {
            caller.call();
            return System.nanoTime() - due;
        } finally {
            idle.add(caller);
        }
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
