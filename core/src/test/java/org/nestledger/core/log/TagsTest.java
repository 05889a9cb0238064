package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class TagsTest {

    @Test
    void textsAreSortedAndEachStandsOnce() {
        assertThat(Tags.toTexts(List.of(new Tag("zone", "z"), new Tag("parcel", "p"), new Tag("zone", "z"))))
                .containsExactly("parcel:p", "zone:z");
    }

    @Test
    void aKeyWithAColonIsRefusedBecauseItWouldBeReadBackAsAnother() {
        Tag tag = new Tag("a:b", "c");
        assertThatThrownBy(() -> Tags.toTexts(List.of(tag)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without colon");
    }

    @Test
    void aTextWithoutAColonIsNoTag() {
        assertThatThrownBy(() -> Tags.fromTexts(List.of("parcel"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsWrittenIsReadBack(
            @ForAll @AlphaChars @StringLength(min = 1, max = 9) String key,
            @ForAll @StringLength(max = 20) String value) {
        Set<Tag> tags = Set.of(new Tag(key, "v" + value), new Tag("other", "o"));
        assertThat(Tags.fromTexts(Tags.toTexts(tags))).isEqualTo(tags);
    }
}
