package org.nestledger.core.log.race;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * What a decider asks of the log, in a text that an event can carry: {@code a:1&b:1@T+U|c:1} is "tags a:1 and b:1 and one
 * of the types T and U, or tag c:1". It matches by itself, so that the check does not believe the framework.
 */
public record Boundary(List<Part> parts) {

    /** All of the tags and, unless there are none, one of the types. */
    public record Part(List<String> tags, List<String> types) {

        boolean matches(String type, Collection<String> others) {
            return others.containsAll(tags) && (types.isEmpty() || types.contains(type));
        }

        private EventCriteria criteria() {
            var tagged =
                    EventCriteria.havingTags(tags.stream().map(Boundary::tag).collect(Collectors.toSet()));
            return types.isEmpty()
                    ? tagged
                    : tagged.andBeingOneOfTypes(
                            types.stream().map(QualifiedName::new).collect(Collectors.toSet()));
        }

        private static Part parse(String text) {
            int types = text.indexOf('@');
            return new Part(
                    split(types < 0 ? text : text.substring(0, types), "&"),
                    types < 0 ? List.of() : split(text.substring(types + 1), "[+]"));
        }

        @Override
        public String toString() {
            return String.join("&", tags) + (types.isEmpty() ? "" : "@" + String.join("+", types));
        }
    }

    public static Boundary parse(String text) {
        return new Boundary(Stream.of(text.split("[|]", -1)).map(Part::parse).toList());
    }

    public boolean matches(String type, Collection<String> tags) {
        return parts.stream().anyMatch(part -> part.matches(type, tags));
    }

    public EventCriteria criteria() {
        return parts.size() == 1
                ? parts.getFirst().criteria()
                : EventCriteria.either(parts.stream().map(Part::criteria).toList());
    }

    static Set<Tag> tags(Collection<String> texts) {
        return texts.stream().map(Boundary::tag).collect(Collectors.toSet());
    }

    private static Tag tag(String text) {
        int colon = text.indexOf(':');
        return new Tag(text.substring(0, colon), text.substring(colon + 1));
    }

    private static List<String> split(String text, String by) {
        return Arrays.asList(text.split(by, -1));
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining("|"));
    }
}
