package org.nestledger.api.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.ledger.Ledger;

/**
 * A ledger that is made when it is first asked for, because most commands only read and making it takes them longer than
 * their answer. Safe for use by many threads.
 */
final class OpenedWhenAsked implements AutoCloseable {

    private final Supplier<Ledger> opening;
    private @Nullable Ledger opened;
    private boolean closed;

    OpenedWhenAsked(Supplier<Ledger> opening) {
        this.opening = opening;
    }

    /**
     * The same each time.
     *
     * @throws IllegalStateException when nobody asked before the end
     */
    synchronized Ledger get() {
        Ledger ledger = opened;
        if (ledger == null) {
            if (closed) {
                throw new IllegalStateException("the ledger was closed before it was opened");
            }
            ledger = opening.get();
            opened = ledger;
        }
        return ledger;
    }

    /** Closes it if it was made. */
    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
        }
    }
}
