package org.nestledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("nest-ledger ");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void saysHowItIsUsedWhenItDoesNotUnderstand() {
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualToIgnoringNewLines("ledger: There is no \"nonsense\" here. See ./ledger --help.");
    }

    /** A disk that is full: who goes by the exit status would take half a report for a whole one. */
    @Test
    void whatCannotBePrintedIsNoSuccess() {
        assertThat(Main.run(List.of("--help"), failing("No space left on device"), err))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .isEqualToIgnoringNewLines("ledger: Not everything that was to be printed could be written"
                        + " (No space left on device): print it elsewhere.");
    }

    @Test
    void aReaderThatHasHadEnoughIsNoFailure() {
        assertThat(Main.run(List.of("--help"), failing("Broken pipe"), err)).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private int run(String... args) {
        return Main.run(List.of(args), out, err);
    }
}
