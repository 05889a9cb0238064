package org.nestledger.core.log.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.merkle.EntryBundle;
import org.nestledger.core.log.merkle.FullTile;
import org.nestledger.core.log.merkle.Proofs;
import org.nestledger.core.log.merkle.TilePath;

/** The log as the public sees it: nothing beyond the last published checkpoint. Safe for use by many threads. */
public final class PublishedLog {

    private static final int BUNDLE = FullTile.WIDTH;

    private final DataSource dataSource;
    private final LogTiles tiles;
    private final CheckpointSigner signer;

    public PublishedLog(DataSource dataSource, CheckpointSigner signer) {
        this.dataSource = dataSource;
        this.tiles = new LogTiles(dataSource, signer::edge);
        this.signer = signer;
    }

    /**
     * A tile or bundle, when it is within the published checkpoint. Fails with EventStoreException when the database does not
     * answer.
     */
    public Optional<byte[]> file(TilePath path) {
        return signer.published()
                .filter(published -> path.within(published.checkpoint().size()))
                .flatMap(_ -> tiles.find(path));
    }

    /**
     * The receipt of the event at a position; nothing when it is not published. Fails with EventStoreException when the
     * database does not answer.
     */
    public Optional<TlogProof> prove(long position) {
        return signer.published()
                .filter(published ->
                        position > 0 && position <= published.checkpoint().size())
                .map(published -> proof(position - 1, published));
    }

    /**
     * The receipts of events under one published checkpoint, in their order. Fails with EventStoreException when the database
     * does not answer.
     *
     * @param positions from 1 to the size of the checkpoint
     */
    public List<TlogProof> prove(Collection<Long> positions, Published published) {
        return positions.stream()
                .map(position -> proof(position - 1, published))
                .toList();
    }

    private TlogProof proof(long index, Published published) {
        List<byte[]> hashes =
                Proofs.inclusion(tiles, index, published.checkpoint().size());
        return new TlogProof(index, hashes, published.note());
    }

    /** The record at a position, when it is published. */
    public Optional<byte[]> record(long position) {
        if (position < 1) {
            return Optional.empty();
        }
        long index = position - 1;
        TilePath bundle = TilePath.of(TilePath.ENTRIES, index / BUNDLE, (int) (index % BUNDLE) + 1);
        return file(bundle)
                .map(bytes -> EntryBundle.decode(bytes, bundle.width(), true).getLast());
    }

    /**
     * The leaf hashes of the events at positions that are recorded, published or not: who keeps them can tell when a record is
     * changed before its first checkpoint. Fails with EventStoreException when the database does not answer.
     *
     * @return 32 bytes each, in order
     */
    public List<byte[]> leaves(long firstPosition, long lastPosition) {
        List<byte[]> leaves = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            TreeStore.leaves(connection, firstPosition - 1, lastPosition, leaves::add);
            return leaves;
        } catch (SQLException e) {
            throw new EventStoreException("the log's leaves cannot be read: " + e.getMessage(), e);
        }
    }

    /** The hashes that show the published checkpoint to begin with an older one; nothing when it is not that large. */
    public Optional<List<byte[]>> consistency(Checkpoint older) {
        return signer.published()
                .filter(published -> older.size() <= published.checkpoint().size())
                .map(published -> Proofs.consistency(
                        tiles, older.size(), published.checkpoint().size()));
    }
}
