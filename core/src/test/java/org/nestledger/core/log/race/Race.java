package org.nestledger.core.log.race;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.nestledger.core.log.race.Appender.Draft;

/**
 * Deciders that append at the same moment, in rounds. In most rounds the deciders share out a few boundaries, all of them
 * decide on one marker, and exactly one must win each boundary; in every fifth round each decides and appends as it likes.
 * The same seed makes the same plan; who wins is up to the threads.
 */
public final class Race implements AutoCloseable {

    private static final int[] DECIDERS = {2, 2, 2, 3, 4, 4, 8, 8, 16, 32, 64};
    private static final List<Shape> SHAPES = List.of(Shape.values());
    private static final int KEYS = 5;
    private static final int FREE_ROUND = 5;
    private static final int FREE_APPENDS = 4;

    /**
     * So many rounds, a fifth of them free ones, share boundaries. Each decision reads all of a boundary, which would take
     * ever longer.
     */
    private static final int ERA = 10;

    private final List<Appender> appenders;
    private final String name;
    private final long seed;
    private final int threads;
    private final Random random;
    private final ExecutorService pool = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("decider-", 0).factory());
    private final Collection<Told> told = new ConcurrentLinkedQueue<>();
    private final List<String> violations = new ArrayList<>();
    private int rounds;
    private String era = "";

    /** What one decider of a round is about to do. */
    private record Decider(Appender appender, String append, int group, Boundary boundary, List<Draft> drafts) {}

    /**
     * A race on engines that have one log in common.
     *
     * @param name tells its appends from those of other races on the same log
     * @param threads deciders of a round at most, 2 or more
     */
    public Race(List<? extends EventStorageEngine> engines, String name, long seed, int threads) {
        long tokensAhead = Appender.of(engines.getFirst(), name + "-start").tokensAhead();
        this.appenders = engines.stream()
                .map(engine -> new Appender(engine, tokensAhead))
                .toList();
        this.name = name;
        this.seed = seed;
        this.threads = threads;
        this.random = new Random(seed);
    }

    /** Runs a race alone on its engines and checks it. */
    public static RaceResult run(List<? extends EventStorageEngine> engines, long seed, int threads, int rounds) {
        try (Race race = new Race(engines, "r", seed, threads)) {
            race.rounds(rounds);
            return race.check(race.told());
        }
    }

    public void rounds(int count) {
        for (int i = 0; i < count; i++) {
            era = "era" + i / ERA + "-";
            round(i % FREE_ROUND == FREE_ROUND - 1);
        }
    }

    /** Rounds in which each decides as it likes: the only ones that other races on the same log leave unharmed. */
    public void freeRounds(int count) {
        for (int i = 0; i < count; i++) {
            era = "free-era" + i * FREE_ROUND / ERA + "-";
            round(true);
        }
    }

    /** What the deciders were told so far. */
    public Collection<Told> told() {
        return told;
    }

    /** Holds everything that was told against the log; what other races on it were told must be among it. */
    public RaceResult check(Collection<Told> all) {
        List<String> found = new ArrayList<>(violations);
        found.addAll(RaceCheck.violations(appenders.getFirst().log(), all));
        long accepted = all.stream().filter(Told.Accepted.class::isInstance).count();
        long rejected = all.stream().filter(Told.Rejected.class::isInstance).count();
        return new RaceResult(
                rounds,
                accepted,
                rejected,
                found.stream().map(what -> "seed " + seed + ": " + what).toList());
    }

    private void round(boolean free) {
        rounds++;
        int deciders = Math.min(threads, DECIDERS[random.nextInt(DECIDERS.length)]);
        if (free) {
            List<Random> randoms = IntStream.range(0, deciders)
                    .mapToObj(_ -> new Random(random.nextLong()))
                    .toList();
            together(deciders, i -> decideFreely(i, randoms.get(i)));
        } else {
            contest(SHAPES.get(random.nextInt(SHAPES.size())), deciders);
        }
    }

    private void contest(Shape shape, int deciders) {
        int groups = random.nextInt(3) == 0 ? deciders : 1 + random.nextInt(2);
        boolean alone = random.nextBoolean();
        String round = alone ? rounds + "-" : era;
        List<Decider> plan = new ArrayList<>();
        for (int i = 0; i < deciders; i++) {
            String key = round + i % groups;
            List<Draft> rivals = shape.rivals(key);
            List<Draft> drafts = new ArrayList<>(List.of(rivals.get(random.nextInt(rivals.size()))));
            for (int more = random.nextInt(3); more > 0; more--) {
                drafts.add(shape.strangers(key).getFirst());
            }
            plan.add(new Decider(appender(i), append(i), i % groups, shape.boundary(key), drafts));
        }
        Map<Integer, Long> markers = new HashMap<>();
        // Nothing ever matched a boundary of this round alone, so that a marker of long ago is as good as a fresh one.
        boolean stale = alone && random.nextInt(3) == 0;
        double age = random.nextDouble();
        plan.forEach(d -> markers.computeIfAbsent(d.group, _ -> {
            long head = d.appender.marker(d.boundary);
            return stale ? (long) (head * age) : head;
        }));
        strangers(shape, round, groups, "before");
        int strangers = random.nextInt(3);
        Told[] outcomes = new Told[deciders];
        together(deciders + strangers, i -> {
            if (i < deciders) {
                Decider d = plan.get(i);
                outcomes[i] = d.appender.append(d.append, markers.get(d.group), Optional.of(d.boundary), d.drafts);
                told.add(outcomes[i]);
            } else {
                strangers(shape, round, groups, "beside" + i);
            }
        });
        judge(shape, plan, outcomes, groups);
    }

    /** Appends events that match nobody's boundary: nobody may be rejected because of them. */
    private void strangers(Shape shape, String round, int groups, String when) {
        for (int group = 0; group < Math.min(groups, 2); group++) {
            told.add(appender(group)
                    .append(append(group) + "-" + when, -1, Optional.empty(), shape.strangers(round + group)));
        }
    }

    private void judge(Shape shape, List<Decider> plan, Told[] outcomes, int groups) {
        int[] winners = new int[groups];
        for (int i = 0; i < outcomes.length; i++) {
            winners[plan.get(i).group] += outcomes[i] instanceof Told.Accepted ? 1 : 0;
        }
        for (int group = 0; group < groups; group++) {
            if (winners[group] != 1) {
                violations.add("round %d: %d of %d deciders won boundary %d of %d, of shape %s"
                        .formatted(rounds, winners[group], plan.size(), group, groups, shape));
            }
        }
    }

    private void decideFreely(int decider, Random own) {
        Appender appender = appender(decider);
        for (int i = 0; i < FREE_APPENDS; i++) {
            Shape shape = SHAPES.get(own.nextInt(SHAPES.size()));
            String key = era + "free" + own.nextInt(KEYS);
            List<Draft> drafts = new ArrayList<>();
            for (int events = 1 + own.nextInt(3); events > 0; events--) {
                Shape other = SHAPES.get(own.nextInt(SHAPES.size()));
                List<Draft> possible = own.nextInt(3) == 0 ? other.strangers(key) : other.rivals(key);
                drafts.add(possible.get(own.nextInt(possible.size())));
            }
            Boundary boundary = shape.boundary(key);
            told.add(appender.append(
                    append(decider) + "-" + i, appender.marker(boundary), Optional.of(boundary), drafts));
        }
    }

    private Appender appender(int decider) {
        return appenders.get(decider % appenders.size());
    }

    private String append(int decider) {
        return name + "-" + rounds + "-" + decider;
    }

    private interface Work {

        void run(int thread) throws Exception;
    }

    /** Lets threads begin at the same moment, and waits for all of them. */
    private void together(int count, Work work) {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Future<?>> ends = IntStream.range(0, count)
                .<Future<?>>mapToObj(i -> pool.submit(() -> {
                    start.await();
                    work.run(i);
                    return null;
                }))
                .toList();
        try {
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("seed " + seed + ", round " + rounds, e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
