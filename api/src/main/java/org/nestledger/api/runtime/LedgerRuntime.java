package org.nestledger.api.runtime;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.AccessSchema;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.database.DatabaseTimeouts;
import org.nestledger.api.database.DatabaseTrouble;
import org.nestledger.api.database.LedgerDatabase;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.core.ledger.AxonLedger;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.LogCheck;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.LogRestore;
import org.nestledger.core.log.LogSchema;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.core.log.publish.CheckpointSigner;
import org.nestledger.core.log.publish.KeyDirectory;
import org.nestledger.core.log.publish.Published;
import org.nestledger.core.log.publish.PublishedLog;
import org.nestledger.core.log.publish.SignerRefusedException;
import org.nestledger.core.log.publish.SignerStatus;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.ReadModels;
import org.nestledger.query.check.ReportCheck;
import org.nestledger.query.projection.ProjectionStoppedException;
import org.nestledger.query.projection.Projections;
import org.nestledger.query.projection.ReadSchema;
import org.nestledger.query.projection.Rebuild;
import org.nestledger.query.projection.UnusableReadModelsException;

/** The whole ledger, wired: its database, log, decisions, read models and queries. Safe for use by many threads. */
public final class LedgerRuntime implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private static final Duration PATIENCE_FOR_A_SIGNATURE = Duration.ofMinutes(1);

    private final LedgerDatabase database;
    private final Path keys;
    private final KeyDirectory directory;
    private final LogMetrics metrics = new LogMetrics();
    private final PostgresEventLog log;
    private final CheckpointSigner signer;
    private final PublishedLog published;
    private final LogCheck check;
    private final LogRestore restore;
    private final OpenedWhenAsked ledger;
    private final Projections projections;
    private final LedgerQueries queries;

    private LedgerRuntime(LedgerDatabase database, DatabaseSettings settings, Clock clock) {
        this.database = database;
        keys = settings.directory();
        var requests = database.requests();
        var work = database.dataSource();
        LogOptions options = options(settings.timeouts());
        log = new PostgresEventLog(requests, new LedgerCodec(), clock, options, metrics);
        directory = new KeyDirectory(keys, Settings.origin());
        signer = new CheckpointSigner(work, directory);
        AutoCloseable _ = log.onAppend(signer::wake);
        published = new PublishedLog(requests, signer);
        check = new LogCheck(work, new LedgerCodec(), directory::anchor);
        restore = new LogRestore(work, new LedgerCodec(), clock, options);
        ledger = new OpenedWhenAsked(() -> AxonLedger.open(log, clock));
        projections = new Projections(work, log, ReadModels.all());
        queries = LedgerQueries.over(requests, log);
    }

    private static LogOptions options(DatabaseTimeouts timeouts) {
        return LogOptions.defaults().withDatabaseTimeout(timeouts.answer()).withOutcomePatience(timeouts.statement());
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
            AccessSchema.migrate(database.dataSource());
            return new LedgerRuntime(database, settings, clock);
        } catch (RuntimeException problem) {
            database.close();
            throw problem instanceof LedgerFailure
                    ? problem
                    : new LedgerFailure(
                            DatabaseTrouble.isBehind(problem)
                                    ? DatabaseTrouble.sentence(problem)
                                    : "The schema of " + settings + " cannot be brought up to date; --debug says more.",
                            problem);
        }
    }

    public LedgerDatabase database() {
        return database;
    }

    public EventLog log() {
        return log;
    }

    /** How many appends wait for the log's writer now. */
    public int waitingAppends() {
        return log.waiting();
    }

    /** What the log's writer does. */
    public LogMetrics metrics() {
        return metrics;
    }

    /** Signs the log once {@link #startSigning} was called. */
    public CheckpointSigner signer() {
        return signer;
    }

    /** The log as the public sees it. */
    public PublishedLog published() {
        return published;
    }

    /** The operator's check of the database. */
    public LogCheck check() {
        return check;
    }

    /** The operator's check of what reports are computed from. */
    public ReportCheck reportCheck() {
        return new ReportCheck(database.dataSource(), log, projections);
    }

    /** Fills the empty log from an exported one. */
    public LogRestore restore() {
        return restore;
    }

    public Ledger ledger() {
        return ledger.get();
    }

    public Projections projections() {
        return projections;
    }

    public LedgerQueries queries() {
        return queries;
    }

    /**
     * Begins to sign the log, if this process has not begun yet.
     *
     * @throws LedgerFailure when there is no usable key, or the policy for witnesses cannot be used
     */
    public void startSigning() {
        startSigning(null);
    }

    /**
     * Begins to sign the log, if this process has not begun yet.
     *
     * @param policy the file that says which witnesses to ask; what is configured, or in the data directory, when null
     * @throws LedgerFailure when there is no usable key, or the policy cannot be used
     */
    public void startSigning(@Nullable Path policy) {
        if (!signer.verifierKeys().isEmpty()) {
            return;
        }
        try {
            signer.start(PolicyFile.find(policy, keys));
        } catch (SignerRefusedException refused) {
            throw new LedgerFailure(refused.sentence(), refused);
        }
    }

    /**
     * Replaces the log's key by a new one and records that in the log, as {@link KeyDirectory#rotate} says. Given again it goes
     * on where it was interrupted.
     *
     * @param overlap how long both keys sign
     * @param compromised whether the old key may be in wrong hands: then it signs nothing more
     * @param again whether a key that took the place of a compromised one is replaced as well
     * @throws LedgerFailure when that cannot be done, with the reason
     */
    public KeyChange rotateKey(Duration overlap, boolean compromised, boolean again) {
        startSigning();
        return KeyChange.make(directory, signer, log, () -> directory.rotate(overlap, compromised, again));
    }

    /**
     * A published checkpoint that covers a position, signed by this or another process.
     *
     * @throws LedgerFailure when there is none, with the reason
     */
    public Published awaitSigned(long position) {
        startSigning();
        try {
            if (signer.awaitCheckpoint(position, PATIENCE_FOR_A_SIGNATURE)) {
                return signer.published().orElseThrow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new LedgerFailure(
                signer.status() instanceof SignerStatus.Refusing(String reason)
                        ? reason
                        : "No checkpoint covers position " + position + " yet: try again in a moment.");
    }

    /**
     * Brings the read models to the head of the log, whoever else does so.
     *
     * @param watch is told how far it is
     * @throws LedgerFailure when an event cannot be read
     */
    public void catchUp(Rebuild.Watch watch) {
        try {
            projections.catchUp(watch);
        } catch (ProjectionStoppedException stopped) {
            throw LedgerFailure.of(stopped);
        } catch (UnusableReadModelsException unusable) {
            throw new LedgerFailure(String.valueOf(unusable.getMessage()), unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerFailure("Interrupted.", interrupted);
        }
    }

    /** Ends what runs, in the order that loses nothing: read models, commands, log, signatures, database. */
    @Override
    public void close() {
        try (LedgerDatabase last = database;
                CheckpointSigner signs = signer;
                PostgresEventLog then = log;
                OpenedWhenAsked before = ledger;
                Projections first = projections) {
            // Closed from the last to the first, each even when another fails.
        }
    }
}
