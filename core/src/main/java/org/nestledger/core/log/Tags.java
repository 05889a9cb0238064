package org.nestledger.core.log;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.messaging.eventstreaming.Tag;

/** Between the framework's tags and the "key:value" of a record. */
final class Tags {

    private Tags() {}

    /**
     * Sorted and unique.
     *
     * @throws IllegalArgumentException when a key holds a colon or is empty: it would not be read back
     */
    static List<String> toTexts(Collection<Tag> tags) {
        SortedSet<String> texts = new TreeSet<>();
        for (Tag tag : tags) {
            texts.add(toText(tag));
        }
        return List.copyOf(texts);
    }

    static String toText(Tag tag) {
        if (tag.key().isEmpty() || tag.key().indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "a tag's key must be non-empty and without colon: \"" + tag.key() + "\"");
        }
        return tag.key() + ":" + tag.value();
    }

    static Set<Tag> fromTexts(List<String> texts) {
        Set<Tag> tags = HashSet.newHashSet(texts.size());
        for (String text : texts) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("a tag without a colon: \"" + text + "\"");
            }
            tags.add(new Tag(text.substring(0, colon), text.substring(colon + 1)));
        }
        return tags;
    }
}
