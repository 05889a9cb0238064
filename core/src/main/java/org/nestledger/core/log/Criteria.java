package org.nestledger.core.log;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/** Criteria taken apart for the tag index, so that they can be asked again without that work. */
public final class Criteria {

    /** No event has this type, so that only criteria that match everything match it without tags. */
    private static final QualifiedName NO_TYPE = new QualifiedName("\u0000");

    final boolean matchesAll;
    final List<ByTags> byTags;

    /** The types of criteria without tags. */
    final List<String> byTypes;

    public Criteria(EventCriteria criteria) {
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

    /** Whether the event meets them; this goes by the texts of tags and types, not by their hashes. */
    public boolean matches(RecordedEvent event) {
        if (matchesAll || byTypes.contains(event.type())) {
            return true;
        }
        for (ByTags part : byTags) {
            if (part.matches(event)) {
                return true;
            }
        }
        return false;
    }

    /** All of the tags and, unless there are none, one of the types. */
    static final class ByTags {

        /** Hashes, as are the types. */
        final long[] tags;

        final int[] types;
        private final Set<String> tagTexts;

        /** Any when there is none. */
        final Set<String> typeNames;

        private ByTags(EventCriterion criterion) {
            tagTexts = criterion.tags().stream().map(Tags::toText).collect(Collectors.toUnmodifiableSet());
            typeNames = criterion.types().stream().map(QualifiedName::name).collect(Collectors.toUnmodifiableSet());
            tags = tagTexts.stream()
                    .mapToLong(TagHash::ofTag)
                    .distinct()
                    .sorted()
                    .toArray();
            types = typeNames.stream().mapToInt(TagHash::ofType).sorted().toArray();
        }

        private boolean matches(RecordedEvent event) {
            return event.tags().containsAll(tagTexts) && (typeNames.isEmpty() || typeNames.contains(event.type()));
        }

        /** The tags as an array literal of SQL. */
        String tagsLiteral() {
            return Arrays.stream(tags).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
        }
    }
}
