package org.nestledger.api.rest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.publish.SignerStatus;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The receipt of one event: what {@code ledger prove} prints. */
@RestController
final class ProofController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final LedgerRuntime runtime;

    ProofController(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    /** The receipt of one event (.tlog-proof), by which it is found in the signed log. */
    @GetMapping(path = "/api/v1/events/{position}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> proof(@PathVariable long position) {
        return receipt(position)
                .map(proof -> proof.format())
                .map(proof -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(ReadTag.of(proof))
                        .contentType(TEXT)
                        .body(proof))
                .orElseThrow(() -> new ProblemException(missing(position)));
    }

    private Optional<TlogProof> receipt(long position) {
        if (runtime.signer().status() instanceof SignerStatus.Refusing(String reason)) {
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "UNAVAILABLE",
                    reason,
                    "Whoever runs the ledger should run ./ledger check."));
        }
        return runtime.published().prove(position);
    }

    private Problem missing(long position) {
        return position < 1 || position > runtime.log().head()
                ? Problem.of(
                        HttpStatus.NOT_FOUND,
                        "NOT_FOUND",
                        "There is no event at position " + position + ".",
                        "Give a position of a command's answer.")
                : Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "NOT_YET",
                        "No published checkpoint covers position " + position + " yet.",
                        "Ask again in a moment; if it does not come, see /actuator/health.");
    }
}
