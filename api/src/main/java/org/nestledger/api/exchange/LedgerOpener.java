package org.nestledger.api.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.Ledger;

/** Opens the ledger of a data directory, whether or not a server is running on it. */
@FunctionalInterface
public interface LedgerOpener {

    /** @param data the directory; the default one when absent */
    OpenLedger open(@Nullable Path data);

    /** A ledger until it is closed, and who gives commands to it. */
    interface OpenLedger extends AutoCloseable {

        Ledger ledger();

        Sender sender();

        @Override
        void close();
    }
}
