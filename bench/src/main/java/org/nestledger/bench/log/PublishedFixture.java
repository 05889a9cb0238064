package org.nestledger.bench.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.log.audit.LogExport;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.publish.CheckpointSigner;
import org.nestledger.core.log.publish.KeyDirectory;
import org.nestledger.core.log.publish.Published;
import org.nestledger.core.log.publish.PublishedLog;

/** A generated log that is signed, with a key of its own in a directory that goes with it. */
final class PublishedFixture implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Path directory;
    private final CheckpointSigner signer;
    private final PublishedLog published;

    PublishedFixture(GeneratedLog log) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("ledger-bench-");
        signer = new CheckpointSigner(
                log.dataSource(), new KeyDirectory(Files.createDirectory(directory.resolve("keys")), null));
        published = new PublishedLog(log.dataSource(), signer);
        signer.start();
        if (!signer.awaitCheckpoint(log.events(), PATIENCE)) {
            throw new IllegalStateException("the log is not signed: " + signer.status());
        }
    }

    PublishedLog published() {
        return published;
    }

    List<VerifierKey> keys() {
        return signer.verifierKeys();
    }

    /** Writes what {@code ledger export} writes; returns where. */
    Path export() throws IOException {
        Published newest = signer.published().orElseThrow();
        Path exported = directory.resolve("exported");
        LogExport.write(
                exported,
                newest.checkpoint().size(),
                newest.note().toBytes(),
                keys().stream()
                        .map(key -> key + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8),
                published::file,
                (_, _) -> {});
        return exported;
    }

    @Override
    public void close() throws IOException {
        signer.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
