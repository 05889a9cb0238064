package org.nestledger.query.projection;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations of the read models, written for another schema than the live one. */
final class Migrations implements ResourceProvider {

    private static final List<Resource> ALL = all();

    /** The number of the last one. */
    static final int LAST = ALL.stream()
            .map(resource -> Objects.requireNonNull(resource.getFilename()))
            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
            .max()
            .orElseThrow();

    private final Schema schema;

    Migrations(Schema schema) {
        this.schema = schema;
    }

    private static List<Resource> all() {
        try {
            return List.of(new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader())
                    .getResources("classpath:" + ReadSchema.MIGRATIONS + "/V*.sql"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return ALL.stream()
                .map(this::rewritten)
                .filter(resource -> resource.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return ALL.stream()
                .map(this::rewritten)
                .filter(resource -> resource.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith))
                .toList();
    }

    private LoadableResource rewritten(Resource resource) {
        try {
            String name = Objects.requireNonNull(resource.getFilename());
            return new Rewritten(name, schema.in(resource.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Rewritten extends LoadableResource {

        private final String name;
        private final String text;

        Rewritten(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return ReadSchema.MIGRATIONS + "/" + name;
        }

        @Override
        public @Nullable String getAbsolutePathOnDisk() {
            return null;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
