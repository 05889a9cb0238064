package org.nestledger.api;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.nestledger.api.cli.LedgerCommandLine;
import org.nestledger.api.runtime.ProgramLog;

/** The program's entry point. */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) {
        ProgramLog.open();
        System.exit(run(List.of(args), new FileOutputStream(FileDescriptor.out), System.err));
    }

    /** The exit status: not 0 either when what the command printed could not be written. */
    static int run(List<String> args, OutputStream out, OutputStream err) {
        StandardOutput output = new StandardOutput(out);
        PrintWriter printed = new PrintWriter(output, true, StandardCharsets.UTF_8);
        PrintWriter complaints = new PrintWriter(err, true, StandardCharsets.UTF_8);
        int status = LedgerCommandLine.create(printed, complaints).execute(args.toArray(String[]::new));
        printed.flush();
        Optional<String> loss = output.loss();
        loss.ifPresent(reason -> complaints.println("ledger: Not everything that was to be printed could be written ("
                + reason + "): print it elsewhere."));
        return loss.isPresent() ? FAILED : status;
    }
}
