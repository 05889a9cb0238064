package org.nestledger.api.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Role;

class LocalSenderTest {

    @Test
    void isTheUserOfTheOperatingSystemWithAllRoles() {
        assertThat(LocalSender.named("li.wei").actor()).isEqualTo("local:li.wei");
        assertThat(LocalSender.named("li.wei").roles()).isEqualTo(Role.all());
    }

    @Test
    void escapesWhatDoesNotFitAnId() {
        assertThat(LocalSender.named("DOM\\李 a").actor()).isEqualTo("local:DOM%5C%E6%9D%8E+a");
        assertThat(LocalSender.named("x".repeat(500)).actor()).hasSizeLessThan(120);
    }
}
