package org.nestledger.core.log;

/** The command id already stands in the log. Nothing was written now; the receipt says what was written then. */
public final class DuplicateCommandException extends RuntimeException {

    private final CommandReceipt receipt;

    DuplicateCommandException(CommandReceipt receipt) {
        super("command %s was already executed: its events are at positions %d to %d"
                .formatted(receipt.commandId(), receipt.firstPosition(), receipt.lastPosition()));
        this.receipt = receipt;
    }

    public CommandReceipt receipt() {
        return receipt;
    }
}
