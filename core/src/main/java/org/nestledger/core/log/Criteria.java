package org.nestledger.core.log;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.jspecify.annotations.Nullable;

/** Criteria taken apart for the tag index. */
final class Criteria {

    /** No event has this type, so that only criteria that match everything match it without tags. */
    private static final QualifiedName NO_TYPE = new QualifiedName("\u0000");

    final EventCriteria criteria;
    final boolean matchesAll;
    final List<ByTags> byTags;
    final List<String> byTypes;

    Criteria(EventCriteria criteria) {
        this.criteria = criteria;
        this.matchesAll = criteria.matches(NO_TYPE, Set.of());
        List<EventCriterion> parts = matchesAll ? List.of() : List.copyOf(criteria.flatten());
        this.byTags = parts.stream()
                .filter(part -> !part.tags().isEmpty())
                .map(ByTags::of)
                .toList();
        this.byTypes = parts.stream()
                .filter(part -> part.tags().isEmpty())
                .flatMap(part -> part.types().stream().map(QualifiedName::name))
                .distinct()
                .toList();
    }

    boolean matches(PreparedEvent event) {
        return criteria.matches(event.type, event.tags);
    }

    boolean matches(RecordedEvent event) {
        return matchesAll || criteria.matches(new QualifiedName(event.type()), Tags.fromTexts(event.tags()));
    }

    /**
     * All of the tags and, unless there are none, one of the types.
     *
     * @param tags array literal of tag hashes
     * @param types array literal of type hashes, null when any type will do
     */
    record ByTags(List<Long> hashes, String tags, @Nullable String types) {

        static ByTags of(EventCriterion criterion) {
            List<Long> hashes = criterion.tags().stream()
                    .map(tag -> TagHash.ofTag(Tags.toText(tag)))
                    .distinct()
                    .sorted()
                    .toList();
            int[] types = criterion.types().stream()
                    .mapToInt(type -> TagHash.ofType(type.name()))
                    .sorted()
                    .toArray();
            String tags = hashes.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
            return new ByTags(
                    hashes,
                    tags,
                    types.length == 0
                            ? null
                            : Arrays.stream(types)
                                    .mapToObj(String::valueOf)
                                    .collect(Collectors.joining(",", "{", "}")));
        }
    }
}
