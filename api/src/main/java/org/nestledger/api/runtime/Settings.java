package org.nestledger.api.runtime;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.failure.LedgerFailure;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

/** What was configured from outside: Spring's properties, files and environment variables, read without a server. */
public final class Settings {

    private Settings() {}

    /** A directory beside the launcher. */
    public static Path beside(String name) {
        return Path.of(System.getProperty("ledger.home", "")).resolve(name).toAbsolutePath();
    }

    /**
     * Where the ledger is: in the directory that was asked for, else at the configured server, else in {@code .ledger}.
     *
     * @throws LedgerFailure when the configuration cannot be read
     */
    public static DatabaseSettings database(@Nullable Path asked) {
        if (asked != null) {
            return DatabaseSettings.embedded(asked);
        }
        StandardEnvironment environment = new StandardEnvironment();
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            throw new LedgerFailure("The configuration cannot be read: " + unreadable.getMessage(), unreadable);
        }
        String url = environment.getProperty("spring.datasource.url");
        return new DatabaseSettings(
                beside(".ledger"),
                url == null || url.isBlank() ? null : url,
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
    }
}
