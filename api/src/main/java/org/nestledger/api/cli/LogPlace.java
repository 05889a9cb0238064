package org.nestledger.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.Settings;
import org.nestledger.core.log.audit.DirectoryFiles;
import org.nestledger.core.log.audit.HttpFiles;
import org.nestledger.core.log.audit.LogFiles;
import org.nestledger.core.log.audit.NotPermittedException;

/** Where a log is that is verified: in a directory or below a URL. */
final class LogPlace {

    private LogPlace() {}

    /**
     * Its files.
     *
     * @throws LedgerFailure when it is neither
     */
    static LogFiles open(String place) {
        if (!place.contains("://")) {
            if (place.isBlank() || !Files.isDirectory(Path.of(place))) {
                throw new LedgerFailure("There is no directory \"" + place + "\": give an exported one, or a URL.");
            }
            return new DirectoryFiles(Path.of(place));
        }
        try {
            return new HttpFiles(place, Settings.token());
        } catch (IllegalArgumentException malformed) {
            throw new LedgerFailure("\"" + place + "\" " + malformed.getMessage() + ".", malformed);
        }
    }

    /** Why a file of it was not read, and what helps: a clause. */
    static String reason(IOException unreadable) {
        if (!(unreadable instanceof NotPermittedException)) {
            return String.valueOf(unreadable.getMessage());
        }
        return unreadable.getMessage()
                + (Settings.token() == null
                        ? "; put a token that may read all records into LEDGER_TOKEN"
                        : "; the token in LEDGER_TOKEN may not read it");
    }
}
