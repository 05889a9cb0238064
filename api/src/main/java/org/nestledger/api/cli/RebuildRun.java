package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.projection.Compared;
import org.nestledger.query.projection.ProjectionStoppedException;
import org.nestledger.query.projection.Rebuild;
import org.nestledger.query.projection.Rebuild.Mode;
import org.nestledger.query.projection.Rebuild.Phase;
import org.nestledger.query.projection.RebuildRunsException;
import org.nestledger.query.projection.Rebuilt;
import org.nestledger.query.projection.UnusableReadModelsException;

/** A rebuild that shows how far it is. */
final class RebuildRun implements Rebuild.Watch, AutoCloseable {

    private final PrintWriter err;
    private @Nullable Phase phase;
    private @Nullable ProgressLine line;

    RebuildRun(PrintWriter err) {
        this.err = err;
    }

    /** @throws LedgerFailure when it cannot be done, with the reason */
    static Rebuilt of(LedgerRuntime runtime, Mode mode, PrintWriter err) {
        try (RebuildRun run = new RebuildRun(err)) {
            return runtime.projections().rebuild().run(mode, run);
        } catch (RebuildRunsException runs) {
            throw new LedgerFailure(
                    "The read models are being built anew already: try again when that has ended.", runs);
        } catch (ProjectionStoppedException stopped) {
            throw LedgerFailure.of(stopped);
        } catch (UnusableReadModelsException unusable) {
            throw new LedgerFailure(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    /** A line for each row that is named. */
    static void printDifferences(Compared compared, PrintWriter out) {
        compared.first().forEach(difference -> out.println("Differs: " + difference));
        long more = compared.differences() - compared.first().size();
        if (more > 0) {
            out.println("Differs: " + more + " more rows.");
        }
        out.flush();
    }

    @Override
    public synchronized void reached(Phase now, long done, long total) {
        if (now != phase) {
            close();
            phase = now;
            line = ProgressLine.on(err, now.name().toLowerCase(Locale.ROOT));
        }
        if (line != null) {
            line.reached(done, total);
        }
    }

    @Override
    public synchronized void close() {
        if (line != null) {
            line.close();
        }
        line = null;
    }
}
