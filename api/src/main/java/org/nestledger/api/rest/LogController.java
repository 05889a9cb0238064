package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.merkle.TilePath;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as static files for whoever wants to verify it (C2SP tlog-tiles). */
@RestController
final class LogController {

    private static final String PREFIX = "/log/";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final LedgerRuntime runtime;

    LogController(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> checkpoint() {
        return runtime.signer()
                .published()
                .map(published -> text(published.note().toBytes()))
                .orElseThrow(LogController::nothing);
    }

    @GetMapping(path = "/log/vkey", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> verifierKeys() {
        return text(runtime.signer().verifierKeys().stream()
                .map(key -> key + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The path as it was sent: whatever is not canonical does not exist. */
    @GetMapping(path = "/log/tile/**", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        TilePath path = TilePath.parse(request.getRequestURI().substring(PREFIX.length()))
                .orElseThrow(LogController::nothing);
        byte[] bytes = runtime.published().file(path).orElseThrow(LogController::nothing);
        CacheControl cache = CacheControl.maxAge(FOR_EVER).immutable();
        return ResponseEntity.ok()
                .cacheControl(path.level() == TilePath.ENTRIES ? cache.cachePrivate() : cache.cachePublic())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    private static ResponseEntity<byte[]> text(byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH))
                .eTag(ReadTag.of(bytes))
                .contentType(TEXT)
                .body(bytes);
    }

    private static ProblemException nothing() {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND,
                HttpStatus.NOT_FOUND.name(),
                WebRefusal.detail(HttpStatus.NOT_FOUND),
                WebRefusal.remedy(HttpStatus.NOT_FOUND)));
    }
}
