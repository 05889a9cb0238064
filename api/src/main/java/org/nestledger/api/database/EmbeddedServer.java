package org.nestledger.api.database;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nestledger.api.failure.LedgerFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process's use of the PostgreSQL of a data directory. */
final class EmbeddedServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final long WATCH_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;

    private final DataDirectory directory;
    private final DirectoryUse use;
    private final PostgresServer server;
    private final String secret;
    private final int port;
    private final AtomicBoolean left = new AtomicBoolean();
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final Thread watcher = Thread.ofVirtual().name("database-watch").unstarted(this::watch);
    private final Thread leaveAtExit = new Thread(this::leaveQuietly, "database-leaver");

    private EmbeddedServer(DataDirectory directory, DirectoryUse use) throws IOException {
        this.directory = directory;
        this.use = use;
        this.server = new PostgresServer(directory);
        directory.claim();
        secret = directory.secret();
        port = server.run(0);
    }

    /** Starts the server, or joins those who use it. */
    static EmbeddedServer enter(DataDirectory directory) {
        DirectoryUse use = new DirectoryUse(directory.path());
        try {
            EmbeddedServer entered = use.exclusively(() -> {
                use.enter();
                try {
                    return new EmbeddedServer(directory, use);
                } catch (LedgerFailure | IOException problem) {
                    use.leave();
                    throw problem;
                }
            });
            Runtime.getRuntime().addShutdownHook(entered.leaveAtExit);
            entered.watcher.start();
            return entered;
        } catch (IOException problem) {
            throw DataDirectory.cannotUse(directory.path(), problem);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Connections.DATABASE;
    }

    String secret() {
        return secret;
    }

    /** Stops the server when nobody else uses it. */
    void leave() throws IOException {
        if (left.getAndSet(true)) {
            return;
        }
        leaving.countDown();
        awaitWatcher();
        use.exclusively(() -> {
            if (use.leave()) {
                server.stop();
            }
            return left;
        });
        forgetShutdownHook();
    }

    private void forgetShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(leaveAtExit);
        } catch (IllegalStateException alreadyShuttingDown) {
            LOG.trace("left while shutting down", alreadyShuttingDown);
        }
    }

    private void leaveQuietly() {
        try {
            leave();
        } catch (IOException problem) {
            LOG.warn("The database could not be stopped; the next command will.", problem);
        }
    }

    /** It must not start what is being stopped. */
    private void awaitWatcher() {
        try {
            watcher.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the server again, where it was, when it died under us. */
    private void watch() {
        long patience = WATCH_MILLIS;
        try {
            while (!leaving.await(patience, TimeUnit.MILLISECONDS)) {
                patience = restartIfDead() ? WATCH_MILLIS : Math.min(LONGEST_MILLIS, patience * 2);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it runs now. */
    private boolean restartIfDead() {
        try {
            if (PidFile.read(directory).filter(PidFile::mayLive).isEmpty()) {
                use.exclusively(() -> server.run(port));
                LOG.warn("The database in {} had ended and was started again.", directory.path());
            }
            return true;
        } catch (IOException | LedgerFailure problem) {
            LOG.warn(
                    "The database in {} has ended and does not start again: {}",
                    directory.path(),
                    problem.getMessage());
            return false;
        }
    }
}
