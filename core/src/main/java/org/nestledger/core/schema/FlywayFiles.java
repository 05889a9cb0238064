package org.nestledger.core.schema;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Gives Flyway the migrations that were read, so that it does not look for them itself. */
record FlywayFiles(MigrationFiles migrations) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return migrations.files().stream()
                .filter(file -> file.name().equals(name))
                .map(Text::new)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return migrations.files().stream()
                .filter(file -> file.name().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(file.name()::endsWith))
                .<LoadableResource>map(Text::new)
                .toList();
    }

    private static final class Text extends LoadableResource {

        private final MigrationFile file;

        Text(MigrationFile file) {
            this.file = file;
        }

        @Override
        public Reader read() {
            return new StringReader(file.text());
        }

        @Override
        public String getAbsolutePath() {
            return file.name();
        }

        @Override
        public @Nullable String getAbsolutePathOnDisk() {
            return null;
        }

        @Override
        public String getFilename() {
            return file.name();
        }

        @Override
        public String getRelativePath() {
            return file.name();
        }
    }
}
