package org.nestledger.core.log;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.jspecify.annotations.Nullable;

/** Criteria taken apart for the tag index, so that they can be asked again without that work. */
public final class Criteria {

    /** No event has this type, so that only criteria that match everything match it without tags. */
    private static final QualifiedName NO_TYPE = new QualifiedName("\u0000");

    final EventCriteria criteria;
    final boolean matchesAll;
    final List<ByTags> byTags;

    /** The types of criteria without tags. */
    final List<String> byTypes;

    public Criteria(EventCriteria criteria) {
        this.criteria = criteria;
        this.matchesAll = criteria.matches(NO_TYPE, Set.of());
        List<EventCriterion> parts = matchesAll ? List.of() : List.copyOf(criteria.flatten());
        this.byTags = parts.stream()
                .filter(part -> !part.tags().isEmpty())
                .map(ByTags::new)
                .toList();
        this.byTypes = parts.stream()
                .filter(part -> part.tags().isEmpty())
                .flatMap(part -> part.types().stream().map(QualifiedName::name))
                .distinct()
                .toList();
    }

    boolean matches(RecordedEvent event) {
        return matchesAll || criteria.matches(new QualifiedName(event.type()), Tags.fromTexts(event.tags()));
    }

    /** All of the tags and, unless there are none, one of the types; both as hashes. */
    static final class ByTags {

        final long[] tags;
        final int[] types;

        private ByTags(EventCriterion criterion) {
            tags = criterion.tags().stream()
                    .mapToLong(tag -> TagHash.ofTag(Tags.toText(tag)))
                    .distinct()
                    .sorted()
                    .toArray();
            types = criterion.types().stream()
                    .mapToInt(type -> TagHash.ofType(type.name()))
                    .sorted()
                    .toArray();
        }

        /** The tags as an array literal of SQL. */
        String tagsLiteral() {
            return Arrays.stream(tags).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
        }

        /** The types as an array literal of SQL, null when any type will do. */
        @Nullable
        String typesLiteral() {
            return types.length == 0
                    ? null
                    : Arrays.stream(types).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
        }
    }
}
