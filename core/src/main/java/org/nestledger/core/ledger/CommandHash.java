package org.nestledger.core.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nestledger.core.decision.LedgerCommand;

/**
 * SHA-256 of a command's canonical JSON with its name as the first member, without id and actor: the same hash, the same
 * body.
 */
final class CommandHash {

    private CommandHash() {}

    static String of(LedgerCommand command) {
        byte[] body = LedgerJson.mapper().writeValueAsBytes(command);
        String name = "{\"command\":\"" + CommandTypes.name(command.getClass()) + (body.length > 2 ? "\"," : "\"");
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(StandardCharsets.US_ASCII));
            sha256.update(body, 1, body.length - 1);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
