package org.nestledger.api.exchange;

import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows people how far an import is: a bar where someone watches, a line now and then in a log. */
final class Progress implements AutoCloseable {

    private static final long OFTEN = 10_000;

    private final String name;
    private final PrintWriter err;
    private final @Nullable ProgressBar bar;
    private long rows;

    private Progress(String name, PrintWriter err, @Nullable ProgressBar bar) {
        this.name = name;
        this.err = err;
        this.bar = bar;
    }

    static Progress of(SourceFile file, PrintWriter err) {
        String name = Text.oneLine(String.valueOf(file.path().getFileName()));
        return new Progress(name, err, watched() ? bar(name, file.lines()) : null);
    }

    void step() {
        rows++;
        if (bar != null) {
            bar.step();
        } else if (rows % OFTEN == 0) {
            say(rows + " rows");
        }
    }

    /** Prints a line about the file. */
    void say(String line) {
        // What is left of the bar on this line of the terminal is wiped out first.
        err.println((bar == null ? "" : "\r\u001b[K") + name + ": " + Text.oneLine(line));
        err.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        say(rows + (rows == 1 ? " row" : " rows"));
    }

    /** Since JDK 25 there is no console again where nobody watches, and before there was one that is no terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean watched() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static ProgressBar bar(String name, long lines) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(Math.max(lines, 1))
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }
}
