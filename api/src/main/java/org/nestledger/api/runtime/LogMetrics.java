package org.nestledger.api.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.nestledger.core.log.LogMeter;

/** What the writer of the log does, as metrics. The log is opened before there is anybody who collects them. */
public final class LogMetrics implements LogMeter, MeterBinder {

    private static final Duration[] LATENCIES = LongStream.of(
                    1, 2, 5, 8, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final List<Meters> collected = new CopyOnWriteArrayList<>();

    private record Meters(
            Timer append,
            Timer batch,
            DistributionSummary appends,
            DistributionSummary events,
            Counter conflicts,
            Counter repeats,
            Counter retries) {}

    /** From now on this registry collects them as well. */
    @Override
    public void bindTo(MeterRegistry registry) {
        collected.add(new Meters(
                timer("log.append", "From handing an append over to the answer that it is durable.", registry),
                timer("log.batch", "What the database took to write a batch of appends.", registry),
                sizes("log.batch.appends", "appends", "Appends written together.", registry),
                sizes("log.batch.events", "events", "Events written together.", registry),
                counter("log.conflicts", "Appends refused because their boundary had changed.", registry),
                counter("log.repeats", "Appends refused because their command had been recorded before.", registry),
                counter("log.retries", "Batches written again after a lost race or connection.", registry)));
    }

    @Override
    public void written(int appended, int recorded, long nanos) {
        for (Meters meters : collected) {
            meters.batch.record(nanos, TimeUnit.NANOSECONDS);
            meters.appends.record(appended);
            meters.events.record(recorded);
        }
    }

    @Override
    public void acknowledged(long nanos) {
        collected.forEach(meters -> meters.append.record(nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    public void conflicted() {
        collected.forEach(meters -> meters.conflicts.increment());
    }

    @Override
    public void repeated() {
        collected.forEach(meters -> meters.repeats.increment());
    }

    @Override
    public void retried() {
        collected.forEach(meters -> meters.retries.increment());
    }

    private static Timer timer(String name, String description, MeterRegistry registry) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    private static DistributionSummary sizes(String name, String unit, String description, MeterRegistry registry) {
        return DistributionSummary.builder(name)
                .description(description)
                .baseUnit(unit)
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
                .register(registry);
    }

    private static Counter counter(String name, String description, MeterRegistry registry) {
        return Counter.builder(name).description(description).register(registry);
    }
}
