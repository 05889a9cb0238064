package org.nestledger.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.DemoYear;
import org.nestledger.api.runtime.DriveableClock;
import org.nestledger.api.runtime.LedgerRuntime;

/** Records the demonstration's year once, and goes on where an earlier attempt was interrupted. */
final class DemoYears {

    private DemoYears() {}

    static DemoYear find() {
        return ServiceLoader.load(DemoYear.class)
                .findFirst()
                .orElseThrow(() -> new LedgerFailure("This build has no demonstration: use ./ledger serve."));
    }

    /** Skipped when the ledger holds something already, unless that is an unfinished demonstration. */
    static void record(DemoYear demo, LedgerRuntime runtime, DriveableClock clock, Path data, PrintWriter err) {
        Path unfinished = data.resolve("demo-unfinished");
        try {
            if (runtime.log().head() == 0) {
                Files.writeString(unfinished, "The demonstration is being recorded.\n");
            }
            if (Files.exists(unfinished)) {
                try (ProgressLine progress = ProgressLine.on(err, "recording " + demo.year())) {
                    demo.record(runtime.ledger(), clock, progress);
                } finally {
                    clock.release();
                }
                Files.delete(unfinished);
            }
        } catch (IOException problem) {
            throw new LedgerFailure("The data directory " + data + " cannot be written: " + problem, problem);
        }
    }
}
