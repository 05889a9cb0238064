package org.nestledger.api.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nestledger.api.exchange.LedgerOpener.OpenLedger;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.Ledger;
import picocli.CommandLine;

/** Runs the command as a user does and keeps what it said. */
final class ImportRun {

    final Path directory;
    final Ledger ledger;
    String out = "";
    String err = "";
    int opened;

    ImportRun(Path directory, Ledger ledger) {
        this.directory = directory;
        this.ledger = ledger;
    }

    Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    Path file(String name, String text, Charset charset) throws IOException {
        return file(name, text.getBytes(charset));
    }

    Path file(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    int run(Object... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        int status = new CommandLine(new ImportCommand(_ -> open()))
                .setOut(new PrintWriter(outText))
                .setErr(new PrintWriter(errText))
                .execute(texts.toArray(String[]::new));
        out = outText.toString();
        err = errText.toString();
        return status;
    }

    /** The last line on standard output. */
    String summary() {
        return out.lines().reduce((_, last) -> last).orElse("");
    }

    private OpenLedger open() {
        opened++;
        return new OpenLedger() {
            @Override
            public Ledger ledger() {
                return ledger;
            }

            @Override
            public Sender sender() {
                return new Sender("local:test", Role.all());
            }

            @Override
            public void close() {}
        };
    }
}
