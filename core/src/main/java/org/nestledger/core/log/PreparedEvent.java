package org.nestledger.core.log;

import org.nestledger.core.log.merkle.LeafHash;

/** An event ready to be written: everything that does not depend on its position. */
final class PreparedEvent {

    /** What a reader will see, but for position and recorded time. */
    final RecordedEvent event;

    final long[] tagHashes;
    final int typeHash;
    final byte[] record;
    final byte[] leaf;

    PreparedEvent(RecordedEvent event, byte[] record) {
        this.event = event;
        // distinct: two tags of one event may share a hash, and the index holds each hash once per position.
        this.tagHashes =
                event.tags().stream().mapToLong(TagHash::ofTag).distinct().toArray();
        this.typeHash = TagHash.ofType(event.type());
        this.record = record;
        this.leaf = LeafHash.of(record);
    }
}
