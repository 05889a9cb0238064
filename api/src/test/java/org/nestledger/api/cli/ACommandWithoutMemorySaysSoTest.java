package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.query.report.TooManyEventsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ACommandWithoutMemorySaysSoTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "large")
    private static final class Large implements Runnable {

        @Override
        public void run() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Command(name = "parallel")
    private static final class Parallel implements Runnable {

        @Override
        public void run() {
            throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
        }
    }

    @Command(name = "explaining")
    private static final class Explaining implements Runnable {

        @Override
        public void run() {
            throw new TooManyEventsException(50_000);
        }
    }

    private int run(String... arguments) {
        CommandLine ledger = LedgerCommandLine.create(new PrintWriter(out, true), new PrintWriter(err, true));
        ledger.addSubcommand(new Large()).addSubcommand(new Parallel()).addSubcommand(new Explaining());
        // What comes later does not take over by itself what was set before.
        return ledger.setErr(ledger.getErr())
                .setExecutionExceptionHandler(ledger.getExecutionExceptionHandler())
                .execute(arguments);
    }

    @Test
    void soIsAFigureOfMoreEventsThanAreGoneThrough() {
        assertThat(run("explaining")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "ledger: This rests on more than 50000 events, and no more are gone through at once with"
                                + " the memory that there is. Ask for a zone within, for moments that are closer together, or give"
                                + " the program more memory: LEDGER_JAVA_OPTS=-Xmx4g, for instance.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "parallel"})
    void itIsOneLineThatSaysWhatToDo(String command) {
        assertThat(run(command)).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly("ledger: There is not enough memory for this: ask for less, or give more, as with"
                        + " LEDGER_JAVA_OPTS=-Xmx4g.");
    }
}
