package org.nestledger.query.report;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nestledger.query.testing.Scenario;

/** Runs every file under {@code scenarios}: events in, report out. */
class ScenariosIT {

    @TestFactory
    Stream<DynamicTest> scenarios() throws Exception {
        URI folder = ScenariosIT.class.getResource("/scenarios").toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().map(ScenariosIT::test).toList().stream();
        }
    }

    private static DynamicTest test(Path file) {
        String name = file.getFileName().toString().replace(".txt", "").replace('-', ' ');
        return DynamicTest.dynamicTest(name, () -> Scenario.run(file));
    }
}
