package org.nestledger.core.log.audit;

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
final class MemoryLog implements LogFiles {

    final Map<String, byte[]> files = new HashMap<>();

    MemoryLog(List<byte[]> records) {
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
        Checkpoint checkpoint = new Checkpoint("ledger.example/events", size, root);
        files.put(
                CHECKPOINT,
                SignedNote.sign(checkpoint.text(), List.of(NoteVectors.signer("log_key")))
                        .toBytes());
    }

    /** With another record at a position, and everything computed and signed anew. */
    static MemoryLog rewritten(List<byte[]> records, int position) {
        List<byte[]> others = new ArrayList<>(records);
        others.set(position - 1, new byte[] {'{', '}'});
        return new MemoryLog(others);
    }

    byte[] checkpoint() {
        return files.get(CHECKPOINT);
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }
}
