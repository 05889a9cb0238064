package org.nestledger.core.log.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.OpenLog;
import org.nestledger.core.testing.TestDatabase;

/** Of the deciders on one boundary exactly one wins, disjoint boundaries never conflict, and all readers see one log. */
class RaceOnPostgresIT {

    /** A writer that remembers little must ask the database often, one that remembers all never. */
    private static final int FEW = 20;

    private static final int MANY = 100_000;

    private final TestDatabase database = TestDatabase.create();
    private final long seed = System.nanoTime();

    @AfterEach
    void close() {
        database.close();
    }

    private OpenLog open(String name) {
        LogSchema.migrate(database.unpooled());
        return OpenLog.at(
                database.jdbcUrl(),
                name,
                LogOptions.defaults()
                        .withRecentEvents(name.equals("two") ? FEW : MANY)
                        .withFlushedTogether(name.equals("two") ? 1 : 2));
    }

    @Test
    void oneLog() throws Exception {
        try (OpenLog log = open("one");
                Readers readers = new Readers(log)) {
            RaceResult result = Race.run(List.of(log.engine()), seed, 16, 50);
            assertSound(result, log);
            readers.readTo(log.log().head());
        }
    }

    @Test
    void twoLogsOnOneDatabase() throws Exception {
        try (OpenLog one = open("one");
                OpenLog two = open("two");
                Readers readers = new Readers(two)) {
            RaceResult result = Race.run(List.of(one.engine(), two.engine()), seed, 8, 40);
            assertSound(result, one);
            readers.readTo(one.log().head());
        }
    }

    @Test
    @Tag("all")
    void manyDeciders() {
        try (OpenLog one = open("one");
                OpenLog two = open("two")) {
            assertSound(Race.run(List.of(one.engine(), two.engine()), seed, 64, 100), one);
        }
    }

    @Test
    @Tag("all")
    void threeProcesses(@TempDir Path directory) throws Exception {
        try (OpenLog log = open("parent");
                Rival first = Rival.start(directory, database.jdbcUrl(), "first", seed + 1, 8, 20);
                Rival second = Rival.start(directory, database.jdbcUrl(), "second", seed + 2, 8, 20);
                Readers readers = new Readers(log);
                Race race = new Race(List.of(log.engine()), "parent", seed, 8)) {
            first.go();
            second.go();
            race.freeRounds(20);
            Collection<Told> told = new ArrayList<>(race.told());
            told.addAll(first.told());
            told.addAll(second.told());
            assertSound(race.check(told), log);
            long head = log.log().head();
            assertThat(List.of(first.digests(head), second.digests(head)))
                    .as("what the readers of other processes saw, seed %d", seed)
                    .containsOnly(readers.readTo(head));
        }
    }

    private static void assertSound(RaceResult result, OpenLog log) {
        assertThat(result.violations()).isEmpty();
        assertThat(result.accepted()).isGreaterThan(result.rounds());
        assertThat(result.rejected()).isGreaterThan(result.rounds());
        assertThat(log.check().events()).isEqualTo(log.log().head());
    }
}
