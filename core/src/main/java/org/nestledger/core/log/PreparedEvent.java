package org.nestledger.core.log;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.core.log.merkle.LeafHash;

/** An event ready to be written: everything that does not depend on its position. */
final class PreparedEvent {

    final QualifiedName type;
    final Set<Tag> tags;
    final long[] tagHashes;
    final int typeHash;
    final byte[] record;
    final byte[] leaf;
    final Instant time;

    PreparedEvent(QualifiedName type, Set<Tag> tags, List<String> tagTexts, byte[] record, Instant time) {
        this.type = type;
        this.tags = tags;
        // distinct: two tags of one event may share a hash, and the index holds each hash once per position.
        this.tagHashes = tagTexts.stream().mapToLong(TagHash::ofTag).distinct().toArray();
        this.typeHash = TagHash.ofType(type.name());
        this.record = record;
        this.leaf = LeafHash.of(record);
        this.time = time;
    }
}
