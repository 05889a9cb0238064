package org.nestledger.core.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The receipts of the commands this process executed last: repeats come soon after the first try. */
final class RecentCommands {

    private static final int CAPACITY = 10_000;

    private final Map<String, CommandReceipt> receipts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommandReceipt> eldest) {
            return size() > CAPACITY;
        }
    };

    synchronized void add(CommandReceipt receipt) {
        receipts.put(receipt.commandId(), receipt);
    }

    synchronized Optional<CommandReceipt> find(String commandId) {
        return Optional.ofNullable(receipts.get(commandId));
    }
}
