package org.nestledger.api.cli;

import java.io.PrintWriter;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.projection.Rebuild.Phase;
import org.nestledger.query.projection.Rebuild.Watch;

/** Read models that are brought to the end of the log, which is shown when many events are not in them yet. */
final class CatchingUp implements Watch {

    private static final long WORTH_SHOWING = 10_000;

    private final RebuildRun run;
    private boolean shown;

    private CatchingUp(RebuildRun run) {
        this.run = run;
    }

    /** @throws org.nestledger.api.failure.LedgerFailure when an event cannot be read */
    static void of(LedgerRuntime runtime, PrintWriter err) {
        try (RebuildRun run = new RebuildRun(err)) {
            runtime.catchUp(new CatchingUp(run));
        }
    }

    @Override
    public void reached(Phase phase, long done, long total) {
        shown |= phase == Phase.FOLD && total - done >= WORTH_SHOWING;
        if (shown) {
            run.reached(phase, done, total);
        }
    }
}
