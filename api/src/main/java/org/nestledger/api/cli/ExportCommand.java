package org.nestledger.api.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.audit.DirectoryFiles;
import org.nestledger.core.log.audit.LogAudit;
import org.nestledger.core.log.audit.LogExport;
import org.nestledger.core.log.audit.LogFiles;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.publish.Published;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger export}. */
@Command(
        name = "export",
        description = "Write the signed log as files that any client of tlog-tiles reads, and anybody can verify.")
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "An empty directory, which is made if need be.")
    Path directory = Path.of("");

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        var streams = Objects.requireNonNull(spec).commandLine();
        try (LedgerRuntime runtime = data.openBegun();
                ProgressLine progress = ProgressLine.on(streams.getErr(), "export")) {
            Published published = runtime.awaitSigned(runtime.log().head());
            String keys = runtime.signer().verifierKeys().stream()
                    .map(key -> key + "\n")
                    .collect(Collectors.joining());
            LogExport.write(
                    directory,
                    published.checkpoint().size(),
                    published.note().toBytes(),
                    keys.getBytes(StandardCharsets.UTF_8),
                    runtime.published()::file,
                    progress::reached);
            verify(runtime.signer().verifierKeys());
            streams.getOut().println("Exported " + published.checkpoint() + " to " + directory + ".");
            streams.getOut().flush();
        } catch (IOException unwritable) {
            throw new LedgerFailure("The log cannot be exported: " + unwritable.getMessage() + ".", unwritable);
        }
        return 0;
    }

    /** What is damaged below what was published makes an export that nobody could verify or restore. */
    private void verify(List<VerifierKey> keys) throws IOException {
        try (LogFiles files = new DirectoryFiles(directory)) {
            LogAudit.Verified _ = new LogAudit(files, keys).verify(null, (_, _) -> {});
        } catch (UnverifiedException damage) {
            throw new LedgerFailure(
                    "What was exported to " + directory + " is not the log that was signed: " + damage.what()
                            + "; ./ledger check says what is damaged.",
                    damage);
        }
    }
}
