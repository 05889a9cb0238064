package org.nestledger.api.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command printed and how it ended. */
public record CommandLineRun(int status, String out, String err) {

    public static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = LedgerCommandLine.create(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
        return new CommandLineRun(status, out.toString(), err.toString());
    }
}
