package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @Test
    void aPlainPathStandsAsItIs() {
        assertThat(ShellWord.of(Path.of("/srv/ledger-1/data_2"))).isEqualTo("/srv/ledger-1/data_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/my ledger", "it's", "$HOME", "a;b", "*", "", "数据", "a\"b", "~x", "-", "\\"})
    void aShellReadsBackWhatWasMeant(String word) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(word)).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(word);
    }
}
