package org.nestledger.api.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.exchange.LedgerOpener.OpenLedger;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.runtime.LocalSender;
import org.nestledger.api.runtime.Settings;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.Ledger;

/** The ledger as an import sees it. */
record OpenForImport(LedgerRuntime runtime) implements OpenLedger {

    static OpenLedger at(@Nullable Path data) {
        LedgerRuntime runtime = LedgerRuntime.open(Settings.database(data), Clock.systemUTC());
        try {
            runtime.startSigning();
            return new OpenForImport(runtime);
        } catch (LedgerFailure failure) {
            runtime.close();
            throw failure;
        }
    }

    @Override
    public Ledger ledger() {
        return runtime.ledger();
    }

    @Override
    public Sender sender() {
        return LocalSender.current();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
