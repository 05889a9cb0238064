package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.Role;

class GrantsAreOfARoleInAZoneTest {

    @ParameterizedTest
    @ValueSource(strings = {"committee@zhaoqing", "auditor@*", "viewer@cn-441202", "province@肇庆"})
    void whatIsWrittenIsReadAgain(String text) {
        assertThat(Grant.parse(text)).hasToString(text);
    }

    @Test
    void aStarIsEverywhere() {
        assertThat(Grant.parse("auditor@*").isEverywhere()).isTrue();
        assertThat(Grant.parse("auditor@z")).isEqualTo(new Grant(Role.AUDITOR, "z"));
        assertThat(Grant.parse("auditor@z").isEverywhere()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "committee, is no role in a zone",
        "king@z, There is no role",
        "COMMITTEE@z, is no role in a zone",
        "committee@a/b, is no id of a zone",
        "committee@, is no role in a zone",
        "committee@a@b, is no id of a zone",
        "committee@**, is no id of a zone",
    })
    void anythingElseIsRefusedWithWhatIsWrong(String text, String why) {
        assertThatThrownBy(() -> Grant.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
