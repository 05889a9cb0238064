package org.nestledger.api.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void aReleaseIsTheSameProgramInEveryProcess() {
        assertThat(Program.identity(Optional.of("1.2.0"), "first")).isEqualTo("1.2.0");
        assertThat(Program.identity(Optional.of("1.2.0"), "second")).isEqualTo("1.2.0");
    }

    @Test
    void aBuildThatIsNotReleasedIsAnotherOneInEachProcess() {
        assertThat(Program.identity(Optional.of("1.2.0-SNAPSHOT"), "first")).isEqualTo("first");
        assertThat(Program.identity(Optional.empty(), "second")).isEqualTo("second");
    }

    @Test
    void aProcessIsOneProgramAsLongAsItRuns() {
        assertThat(Program.identity()).isEqualTo(Program.identity());
    }
}
