package org.nestledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.ledger.CommandTypes;
import org.nestledger.query.report.catalogue.ReportTypes;

/** What a client may meet or send stands in the README. */
class TheReadmeNamesEverythingTest {

    private static final Path README = Path.of("../README.md");

    @Test
    void everyRefusalCode() throws IOException {
        String readme = Files.readString(README);
        assertThat(Arrays.stream(RefusalCode.values()).filter(code -> !readme.contains("`" + code + "`")))
                .isEmpty();
    }

    @Test
    void everyReport() throws IOException {
        String readme = Files.readString(README);
        assertThat(ReportTypes.all())
                .filteredOn(type -> !type.equals(ReportTypes.RECONCILIATION))
                .allSatisfy(type -> assertThat(readme).contains("| " + type.name() + " |"));
    }

    @Test
    void everyCommand() throws IOException {
        String readme = Files.readString(README);
        assertThat(CommandTypes.byName().keySet())
                .allSatisfy(command -> assertThat(readme).contains(command));
    }
}
