package org.nestledger.api.cli;

import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.nestledger.api.runtime.Progress;

/** Shows progress on the error stream: a bar for a terminal, else a line for every tenth. */
public abstract sealed class ProgressLine implements Progress, AutoCloseable {

    private static final int PARTS = 10;
    private static final int BAR_WIDTH = 80;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private ProgressLine() {}

    /** Begins to show the progress of this task. */
    @SuppressWarnings("SystemConsoleNull") // it still is null when the console's module is not there
    public static ProgressLine on(PrintWriter err, String task) {
        Console console = System.console();
        return console != null && console.isTerminal() ? new Bar(task) : new Lines(err, task);
    }

    @Override
    public abstract void close();

    private static final class Bar extends ProgressLine {

        private final ProgressBar bar;

        Bar(String task) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_WIDTH))
                    .build();
        }

        @Override
        public void reached(long done, long total) {
            bar.maxHint(total > 0 ? total : -1);
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static final class Lines extends ProgressLine {

        private final PrintWriter err;
        private final String task;
        private final long begun = System.nanoTime();
        private long printed;

        Lines(PrintWriter err, String task) {
            this.err = err;
            this.task = task;
        }

        @Override
        public void reached(long done, long total) {
            long part = total > 0 ? done * PARTS / total : done / 1_000;
            if (part > printed) {
                printed = part;
                err.println(task + ": " + done + (total > 0 ? " of " + total : "") + pace(done, total));
                err.flush();
            }
        }

        /** The rate, and the time that is left at that rate; nothing in the first second, when there is none yet. */
        private String pace(long done, long total) {
            long millis = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            if (millis < MILLIS_PER_SECOND || done == 0) {
                return "";
            }
            String rate = ", " + done * MILLIS_PER_SECOND / millis + "/s";
            return total > done ? rate + ", " + (total - done) * millis / done / MILLIS_PER_SECOND + " s left" : rate;
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
