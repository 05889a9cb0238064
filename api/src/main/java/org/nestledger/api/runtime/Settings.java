package org.nestledger.api.runtime;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.failure.LedgerFailure;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

/** What was configured from outside: Spring's properties, files and environment variables, read without a server. */
public final class Settings {

    private static final int HIGHEST_PORT = 65_535;

    private Settings() {}

    /** A directory beside the launcher. */
    public static Path beside(String name) {
        return Path.of(System.getProperty("ledger.home", "")).resolve(name).toAbsolutePath();
    }

    /**
     * Where the ledger is: in the directory that was asked for, else at the configured server, else in {@code .ledger}.
     * With a server, the directory still holds what must not be in the database: the log's key.
     *
     * @throws LedgerFailure when the configuration cannot be read
     */
    public static DatabaseSettings database(@Nullable Path asked) {
        if (asked != null) {
            return DatabaseSettings.embedded(asked);
        }
        StandardEnvironment environment = environment();
        String directory = environment.getProperty("ledger.data");
        String url = environment.getProperty("spring.datasource.url");
        return new DatabaseSettings(
                directory == null || directory.isBlank() ? beside(".ledger") : Path.of(directory),
                url == null || url.isBlank() ? null : url,
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
    }

    /**
     * Where to listen: at the port that was asked for, else at the configured one; absent when that is no port.
     *
     * @throws LedgerFailure when the configuration cannot be read
     */
    public static Optional<InetSocketAddress> web(@Nullable Integer asked) {
        StandardEnvironment environment = environment();
        String address = environment.getProperty("server.address", "127.0.0.1");
        String port = asked == null ? environment.getProperty("server.port", "8080") : asked.toString();
        return port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= HIGHEST_PORT
                ? Optional.of(InetSocketAddress.createUnresolved(address, Integer.parseInt(port)))
                : Optional.empty();
    }

    /**
     * The name that a new log shall have; null when it is not configured.
     *
     * @throws LedgerFailure when the configuration cannot be read
     */
    public static @Nullable String origin() {
        String origin = environment().getProperty("ledger.origin");
        return origin == null || origin.isBlank() ? null : origin;
    }

    /**
     * The file that says which witnesses to ask, as far as one is configured.
     *
     * @throws LedgerFailure when the configuration cannot be read
     */
    public static Optional<Path> policy() {
        return Optional.ofNullable(environment().getProperty("ledger.policy"))
                .filter(policy -> !policy.isBlank())
                .map(Path::of);
    }

    private static StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            return environment;
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            throw new LedgerFailure("The configuration cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
