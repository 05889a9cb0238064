package org.nestledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TidyTest {

    private static final List<Path> SOURCES = Stream.of(".", "../query", "../api", "../bench")
            .flatMap(module -> TidyRules.sources(Path.of(module, "src/main/java")).stream())
            .toList();

    @Test
    void theSourcesAreFound() {
        assertThat(SOURCES).hasSizeGreaterThan(100);
    }

    @Test
    void noFileIsLongerThan250Lines() {
        assertThat(SOURCES).allSatisfy(file -> assertThat(TidyRules.lines(file)).hasSizeLessThanOrEqualTo(250));
    }

    @Test
    void noMethodIsLongerThan40Lines() {
        assertThat(SOURCES.stream().flatMap(file -> TidyRules.longMethods(file).stream()))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        assertThat(SOURCES.stream()
                        .map(file -> file.resolveSibling("package-info.java"))
                        .distinct())
                .allSatisfy(info -> {
                    assertThat(info).exists();
                    assertThat(Files.readString(info)).contains("/**").contains("@NullMarked");
                });
    }
}
