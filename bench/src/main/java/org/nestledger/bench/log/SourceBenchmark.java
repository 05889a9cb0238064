package org.nestledger.bench.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Benchmark;
import org.nestledger.bench.Claim;
import org.nestledger.bench.Result;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.PostgresEventStorageEngine;

/** How long it takes to read the events that a decision needs, in logs of several sizes. */
public final class SourceBenchmark implements Benchmark {

    private static final double P99_MILLIS = 1;
    private static final double GROWTH = 2;

    /** Boundaries that are read in turns: all fit into memory, whatever the log's size. */
    private static final int BOUNDARIES = 500;

    @Override
    public String name() {
        return "source";
    }

    @Override
    public List<Result> run(Bench bench) throws Exception {
        List<GeneratedLog> logs = new ArrayList<>();
        List<PostgresEventLog> open = new ArrayList<>();
        try {
            List<Sourcing> variants = new ArrayList<>();
            for (long size : bench.options().sizes()) {
                logs.add(GeneratedLog.searched(bench, EventKind.PLAIN, size));
                open.add(logs.getLast().open());
                for (Shape shape : Shape.values()) {
                    variants.add(new Sourcing(
                            logs.getLast(),
                            open.getLast(),
                            shape,
                            new Random(bench.options().seed())));
                }
            }
            return results(bench, variants);
        } finally {
            open.forEach(PostgresEventLog::close);
            logs.forEach(GeneratedLog::close);
        }
    }

    private List<Result> results(Bench bench, List<Sourcing> variants) throws Exception {
        Map<Variant, List<Sample>> samples = bench.interleaved(variants);
        List<Result> results = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            List<Sourcing> ofShape =
                    variants.stream().filter(variant -> variant.shape == shape).toList();
            Sourcing smallest = ofShape.getFirst();
            double reference = result(smallest, samples).p99();
            for (Sourcing variant : ofShape) {
                Result result = result(variant, samples);
                result = result.with(Claim.atMost("p99 ms", result.p99(), P99_MILLIS));
                results.add(
                        variant == smallest
                                ? result
                                : result.with(Claim.atMost(
                                        "p99 ÷ that at " + smallest.log.events(), result.p99() / reference, GROWTH)));
            }
        }
        return results;
    }

    private Result result(Sourcing variant, Map<Variant, List<Sample>> samples) {
        return Result.of(name(), variant, "loads", samples.getOrDefault(variant, List.of()));
    }

    /** What is asked for; each finds twenty events or nearly so. */
    private enum Shape {
        SINGLE("one boundary") {
            @Override
            EventCriteria criteria(long project, long projects) {
                return EventCriteria.havingTags(tag(project));
            }
        },
        THREE_BY_TYPE("or of three, by type") {
            @Override
            EventCriteria criteria(long project, long projects) {
                return EventCriteria.either(Stream.of(0, 1, 2)
                        .map(i -> EventCriteria.havingTags(tag((project + i) % projects))
                                .andBeingOneOfTypes(Set.of(new QualifiedName(EventKind.type(i)))))
                        .toList());
            }
        };

        private final String text;

        Shape(String text) {
            this.text = text;
        }

        abstract EventCriteria criteria(long project, long projects);

        private static Tag tag(long project) {
            return new Tag("project", Long.toString(project));
        }
    }

    private static final class Sourcing implements Variant {

        private final GeneratedLog log;
        private final PostgresEventStorageEngine engine;
        private final Shape shape;
        private final Random random;
        private final long[] boundaries;

        Sourcing(GeneratedLog log, PostgresEventLog open, Shape shape, Random random) {
            this.log = log;
            this.engine = new PostgresEventStorageEngine(open);
            this.shape = shape;
            this.random = random;
            this.boundaries = random.longs(BOUNDARIES, 0, log.projects()).toArray();
        }

        @Override
        public String name() {
            return shape.text;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("events in the log", Long.toString(log.events()));
        }

        @Override
        public Sample run(Duration time) {
            for (long boundary : boundaries) {
                load(boundary);
            }
            Histogram latencies = Sample.histogram();
            long begun = System.nanoTime();
            long end = begun + time.toNanos();
            long now = begun;
            while (now < end) {
                load(boundaries[random.nextInt(boundaries.length)]);
                long after = System.nanoTime();
                latencies.recordValue(after - now);
                now = after;
            }
            return new Sample(latencies.getTotalCount(), now - begun, latencies);
        }

        private void load(long boundary) {
            MessageStream<EventMessage> stream =
                    engine.source(SourcingCondition.conditionFor(shape.criteria(boundary, log.projects())), null);
            int events = -1; // the last entry is the marker
            while (stream.next().isPresent()) {
                events++;
            }
            if (stream.error().isPresent() || events < 1) {
                throw new IllegalStateException("found " + events + " events: " + stream.error());
            }
        }
    }
}
