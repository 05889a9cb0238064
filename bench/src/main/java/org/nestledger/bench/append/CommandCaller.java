package org.nestledger.bench.append;

import java.util.function.BiFunction;
import org.nestledger.bench.Caller;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.ledger.Ledger;

/** Gives one command after the other to the ledger: gateway, decision, append, and again when another was faster. */
final class CommandCaller implements Caller {

    private final Ledger ledger;
    private final Boundaries boundaries;
    private final String prefix;
    private final BiFunction<String, String, LedgerCommand> commands;
    private long given;

    /**
     * @param prefix of the ids of this caller's commands, which no other has
     * @param commands the command about a project, with an id of its own
     */
    CommandCaller(
            Ledger ledger, Boundaries boundaries, String prefix, BiFunction<String, String, LedgerCommand> commands) {
        this.ledger = ledger;
        this.boundaries = boundaries;
        this.prefix = prefix;
        this.commands = commands;
    }

    @Override
    public boolean call() {
        given++;
        String id = prefix + given;
        Projects.submit(ledger, id, commands.apply(boundaries.next().value(), id));
        return true;
    }
}
