package org.nestledger.core.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nestledger.core.decision.LedgerCommand;
import tools.jackson.databind.node.ObjectNode;

/** SHA-256 of a command's canonical JSON with its name, without id and actor: the same hash, the same body. */
final class CommandHash {

    private CommandHash() {}

    static String of(LedgerCommand command) {
        ObjectNode json = LedgerJson.mapper().createObjectNode();
        json.put("command", CommandTypes.name(command.getClass()));
        json.setAll((ObjectNode) LedgerJson.mapper().valueToTree(command));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(LedgerJson.mapper().writeValueAsBytes(json)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
