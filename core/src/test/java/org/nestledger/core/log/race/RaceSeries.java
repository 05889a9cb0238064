package org.nestledger.core.log.race;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.OpenLog;
import org.nestledger.core.testing.TestDatabase;

/** Races on one new database after the other: two writers in this process, and for a part of the rounds one in another. */
public final class RaceSeries {

    private static final int ROUNDS_PER_DATABASE = 2_000;

    /** Of so many rounds, one is with the other process. */
    private static final int SHARED = 10;

    /** So little that the second writer must ask the database often. */
    private static final int REMEMBERED = 50;

    private final Path directory;
    private final int deciders;

    /** Told after each database. */
    public interface Watch {

        void done(RaceResult soFar);
    }

    /** @param directory for what the other process writes */
    public RaceSeries(Path directory, int deciders) {
        this.directory = directory;
        this.deciders = deciders;
    }

    /** Runs so many rounds, or up to the first violation. */
    public RaceResult run(long rounds, long seed, Watch watch) throws Exception {
        RaceResult result = RaceResult.NONE;
        for (long next = seed; result.rounds() < rounds && result.violations().isEmpty(); next++) {
            int count = (int) Math.min(ROUNDS_PER_DATABASE, rounds - result.rounds());
            result = result.plus(onNewDatabase(count, next));
            watch.done(result);
        }
        return result;
    }

    private RaceResult onNewDatabase(int rounds, long seed) throws Exception {
        int shared = rounds / SHARED;
        try (TestDatabase database = TestDatabase.ofLog()) {
            try (OpenLog one = OpenLog.at(
                            database.jdbcUrl(), "one", LogOptions.defaults().withFlushedTogether(1));
                    OpenLog two = OpenLog.at(
                            database.jdbcUrl(), "two", LogOptions.defaults().withRecentEvents(REMEMBERED));
                    Readers readers = new Readers(two);
                    Rival rival = Rival.start(directory, database.jdbcUrl(), "rival", ~seed, 8, shared);
                    Race race = new Race(List.of(one.engine(), two.engine()), "race", seed, deciders)) {
                race.rounds(rounds - shared);
                rival.go();
                race.freeRounds(shared);
                Collection<Told> told = new ArrayList<>(race.told());
                told.addAll(rival.told());
                RaceResult result = race.check(told);
                long head = one.log().head();
                return rival.digests(head).equals(readers.readTo(head))
                        ? result
                        : result.plus(new RaceResult(
                                0, 0, 0, List.of("seed " + seed + ": the other process saw another log")));
            }
        }
    }
}
