package org.nestledger.core.log.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.NoteVectors;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.merkle.EntryBundle;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.MemoryTiles;
import org.nestledger.core.log.merkle.Proofs;
import org.nestledger.core.log.merkle.TilePath;

/** The files of a log whose operator signs whatever he likes. */
public final class MemoryLog implements LogFiles {

    final Map<String, byte[]> files = new HashMap<>();

    public MemoryLog(List<byte[]> records) {
        MemoryTiles tiles = new MemoryTiles(records.stream().map(LeafHash::of).toList());
        int size = records.size();
        for (int level = 0; TilePath.hashes(level, size) > 0; level++) {
            TilePath.ofLevel(level, size).forEach(path -> files.put(path.toString(), tiles.read(path)));
        }
        TilePath.ofLevel(TilePath.ENTRIES, size)
                .forEach(path -> files.put(
                        path.toString(), EntryBundle.encode(records.subList((int) path.start(), (int) path.end()))));
        sign(size, Proofs.root(tiles, size));
    }

    /** Signs whatever tree. */
    void sign(long size, byte[] root) {
        sign(new Checkpoint("ledger.example/events", size, root).text(), "log_key");
    }

    private void sign(String text, String key) {
        files.put(
                CHECKPOINT,
                SignedNote.sign(text, List.of(NoteVectors.signer(key))).toBytes());
    }

    /** The same log when only this key signs it. */
    public MemoryLog signedBy(String key) {
        sign(SignedNote.parse(checkpoint()).text(), key);
        return this;
    }

    /** With another record at a position, and everything computed and signed anew. */
    public static MemoryLog rewritten(List<byte[]> records, int position) {
        List<byte[]> others = new ArrayList<>(records);
        others.set(position - 1, new byte[] {'{', '}'});
        return new MemoryLog(others);
    }

    public byte[] checkpoint() {
        return files.get(CHECKPOINT);
    }

    /** Writes the files as an export has them. */
    public Path writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return directory;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }
}
