package org.nestledger.api.runtime;

import java.time.Clock;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.database.LedgerDatabase;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.ProjectionStoppedException;
import org.nestledger.query.projection.Projections;
import org.nestledger.query.projection.ReadSchema;

/** The whole ledger, wired: its database, log, decisions, read models and queries. Safe for use by many threads. */
public final class LedgerRuntime implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final LedgerDatabase database;
    private final PostgresEventLog log;
    private final AxonLedger ledger;
    private final Projections projections;
    private final LedgerQueries queries;

    private LedgerRuntime(LedgerDatabase database, Clock clock) {
        this.database = database;
        var dataSource = database.dataSource();
        log = new PostgresEventLog(dataSource, new LedgerCodec(), clock, LogOptions.defaults());
        ledger = AxonLedger.open(log, clock);
        projections = new Projections(dataSource, log, ReadModels.all());
        queries = LedgerQueries.over(dataSource, log);
    }

    /**
     * Opens the ledger, creating or updating its schema.
     *
     * @throws LedgerFailure when its database cannot be used, with the reason and what to do
     */
    public static LedgerRuntime open(DatabaseSettings settings, Clock clock) {
        // Axon would ask its maker's server for updates and tell it how it is used.
        System.setProperty("axoniq.update-checker.disabled", "true");
        LedgerDatabase database = LedgerDatabase.open(settings, CONNECTIONS);
        try {
            LogSchema.migrate(database.dataSource());
            ReadSchema.migrate(database.dataSource());
            return new LedgerRuntime(database, clock);
        } catch (RuntimeException problem) {
            database.close();
            throw problem instanceof LedgerFailure
                    ? problem
                    : new LedgerFailure(
                            "The schema of " + settings + " cannot be brought up to date; --debug says more.", problem);
        }
    }

    public LedgerDatabase database() {
        return database;
    }

    public EventLog log() {
        return log;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Projections projections() {
        return projections;
    }

    public LedgerQueries queries() {
        return queries;
    }

    /**
     * Brings the read models to the head of the log, whoever else does so.
     *
     * @throws LedgerFailure when an event cannot be read
     */
    public void catchUp() {
        try {
            projections.catchUp();
        } catch (ProjectionStoppedException stopped) {
            throw new LedgerFailure(
                    "The read models end before position " + stopped.status().failedAt() + ", whose event ("
                            + stopped.status().eventId() + ") cannot be read: use a release that knows it.",
                    stopped);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerFailure("Interrupted.", interrupted);
        }
    }

    /** Ends what runs, in the order that loses nothing: read models, commands, log, database. */
    @Override
    public void close() {
        try (LedgerDatabase last = database;
                PostgresEventLog then = log;
                AxonLedger before = ledger;
                Projections first = projections) {
            // Closed from the last to the first, each even when another fails.
        }
    }
}
