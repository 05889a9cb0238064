package org.nestledger.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.log.publish.SignerStatus;
import org.springframework.stereotype.Component;

/** What the sender of a command may keep, to hold it against the log later. */
@Component
public final class Receipts {

    /** Signing takes a second, a witness one more. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LedgerRuntime runtime;

    Receipts(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * A command whose events are in the log.
     *
     * @param already they were there before: the same command had been given earlier
     * @param events each of them
     * @param unproved why they have no proof though it was waited for; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Receipt(
            String commandId,
            long firstPosition,
            long lastPosition,
            boolean already,
            List<Entry> events,
            @Nullable String unproved) {}

    /**
     * An event in the log.
     *
     * @param leafHash SHA-256(0x00 || record), in hexadecimal
     * @param proof its {@code .tlog-proof}, when it was waited for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            long position, String leafHash, @Nullable String proof) {}

    /** The receipt; with proofs when the published checkpoint covers the events in time. */
    Receipt of(String commandId, Outcome.Recorded recorded, boolean awaitCheckpoint) throws InterruptedException {
        long first = recorded.firstPosition();
        boolean proved = awaitCheckpoint && runtime.signer().awaitCheckpoint(recorded.lastPosition(), PATIENCE);
        List<byte[]> leaves = runtime.published().leaves(first, recorded.lastPosition());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            entries.add(
                    new Entry(first + i, HexFormat.of().formatHex(leaves.get(i)), proved ? proof(first + i) : null));
        }
        return new Receipt(
                commandId,
                first,
                recorded.lastPosition(),
                recorded.already(),
                entries,
                awaitCheckpoint && !proved ? unproved() : null);
    }

    private String proof(long position) {
        byte[] proof = runtime.published().prove(position).orElseThrow().format();
        return new String(proof, StandardCharsets.UTF_8);
    }

    private String unproved() {
        String why = switch (runtime.signer().status()) {
            case SignerStatus.Off _ -> "The log is not signed now.";
            case SignerStatus.Refusing(String reason) -> "The log is not signed any more: " + reason;
            case SignerStatus.Retrying(String reason) -> "The log cannot be signed now: " + reason + ".";
            case SignerStatus.Checking _, SignerStatus.Signing _, SignerStatus.Following _ ->
                "No published checkpoint covers them yet.";
        };
        return "The events are recorded all the same. " + why
                + " GET /api/v1/events/{position}/proof gives the proof of each once it is there.";
    }
}
