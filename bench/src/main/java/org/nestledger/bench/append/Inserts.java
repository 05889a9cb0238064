package org.nestledger.bench.append;

import javax.sql.DataSource;
import org.nestledger.bench.Bench;
import org.nestledger.bench.Callers;

/** The rows of appends, inserted by nothing but prepared statements, each its own transaction: the baseline. */
final class Inserts {

    private final long seed;
    private final DataSource inserted;

    /** @param database its name, which no other benchmark has */
    Inserts(Bench bench, String database) throws Exception {
        seed = bench.options().seed();
        inserted = bench.server().emptyDatabase(database);
        Rows.prepare(inserted);
    }

    Callers by(int connections) {
        return new Callers(
                "plain inserts",
                "connections",
                connections,
                Thread.ofPlatform().factory(),
                number -> new InsertingCaller(inserted, Boundaries.of(seed, number)));
    }
}
