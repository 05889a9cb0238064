package org.nestledger.api.exchange;

import java.io.IOException;
import java.io.PrintWriter;

/** Imports one file: counts, shows progress, and lists what was refused on the terminal and in a file. */
final class Importer {

    private final PrintWriter err;
    private boolean listed = true;

    Importer(PrintWriter err) {
        this.err = err;
    }

    /** Whether every refusal could also be written to its file. */
    boolean listed() {
        return listed;
    }

    Tally run(SourceFile file, RefusalFile refusals, Gateway gateway) {
        Tally[] tally = {Tally.NONE};
        try (Progress progress = Progress.of(file, err)) {
            file.warnings().forEach(progress::say);
            file.importInto(gateway, outcome -> {
                outcome.refusals().forEach(refusal -> list(file, refusal, refusals, progress));
                tally[0] = tally[0].plus(outcome.fate());
                progress.step();
            });
        }
        return tally[0];
    }

    private void list(SourceFile file, RowRefusal refusal, RefusalFile refusals, Progress progress) {
        progress.say(refusal.toString());
        if (!listed) {
            return;
        }
        try {
            refusals.add(file.path(), refusal);
        } catch (IOException unwritable) {
            listed = false;
            progress.say("the refusals cannot be written to " + refusals.path()
                    + ": they are only listed here; name a file that can be written with --refusals");
        }
    }
}
