package org.nestledger.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsAreFoundWhereverTheProgramIsTest {

    private static final Map<String, String> FILES = files();

    @TempDir
    Path directory;

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("estate/migration/V10__use.sql", "create table use (id text);");
        files.put("estate/migration/V9__owner.sql", "create table owner (id text); -- 业主");
        files.put("estate/migration/README.txt", "what is no migration");
        files.put("estate/migration-of-others/V1__other.sql", "create table other (id text);");
        return files;
    }

    private MigrationFiles in(Path place, String folder) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
            return MigrationFiles.in(loader, folder);
        }
    }

    private static void areThose(MigrationFiles found) {
        assertThat(found.files())
                .containsExactly(
                        new MigrationFile(9, "V9__owner.sql", "create table owner (id text); -- 业主"),
                        new MigrationFile(10, "V10__use.sql", "create table use (id text);"));
        assertThat(found.last()).isEqualTo(10);
    }

    @Test
    void inAFolderTheyAreInTheOrderOfTheirNumbers() throws Exception {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        areThose(in(directory, "estate/migration"));
    }

    @Test
    void inAJarTheyAreTheSame() throws Exception {
        Path jar = directory.resolve("program with spaces 园.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String folder : List.of("estate/", "estate/migration/", "estate/migration-of-others/")) {
                out.putNextEntry(new JarEntry(folder));
            }
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        areThose(in(jar, "estate/migration"));
    }

    @Test
    void whereThereAreNoneIsNoProgram() {
        assertThatThrownBy(() -> in(directory, "estate/migration"))
                .hasMessageContaining("there is no estate/migration");
    }
}
