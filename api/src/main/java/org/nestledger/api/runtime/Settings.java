package org.nestledger.api.runtime;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.DatabaseSettings;
import org.nestledger.api.database.DatabaseTimeouts;
import org.nestledger.api.failure.LedgerFailure;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.StandardEnvironment;

/** What was configured from outside: Spring's properties, files and environment variables, read without a server. */
public final class Settings {

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_SECONDS = 3_600;

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
            return DatabaseSettings.embedded(asked).with(timeouts(environment()));
        }
        StandardEnvironment environment = environment();
        String directory = environment.getProperty("ledger.data");
        String url = environment.getProperty("spring.datasource.url");
        return new DatabaseSettings(
                directory == null || directory.isBlank() ? beside(".ledger") : Path.of(directory),
                url == null || url.isBlank() ? null : url,
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"),
                timeouts(environment));
    }

    private static DatabaseTimeouts timeouts(StandardEnvironment environment) {
        return new DatabaseTimeouts(
                seconds(environment, "ledger.database.connect-timeout", DatabaseTimeouts.DEFAULT.connect()),
                seconds(environment, "ledger.database.statement-timeout", DatabaseTimeouts.DEFAULT.statement()));
    }

    /** A duration as Spring writes it, such as {@code 10s}. */
    private static Duration seconds(StandardEnvironment environment, String name, Duration usual) {
        String stated = environment.getProperty(name);
        try {
            Duration duration = stated == null || stated.isBlank()
                    ? usual
                    : DurationStyle.detectAndParse(stated.strip(), ChronoUnit.SECONDS);
            if (duration.toSeconds() >= 1 && duration.toSeconds() <= LONGEST_SECONDS) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            throw notSeconds(name, unreadable);
        }
        throw notSeconds(name, null);
    }

    private static LedgerFailure notSeconds(String name, @Nullable Exception cause) {
        return new LedgerFailure(
                name + " is no time between 1 s and " + LONGEST_SECONDS + " s: write it like 10s.", cause);
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

    /**
     * What another server knows whoever runs the program by; null when it is not configured.
     *
     * @throws LedgerFailure when the configuration cannot be read, or it is no token
     */
    public static @Nullable String token() {
        String token = environment().getProperty("ledger.token");
        if (token == null || token.isBlank()) {
            return null;
        }
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw new LedgerFailure("LEDGER_TOKEN is no token: it has a character that no token has.");
        }
        return token;
    }

    /**
     * Whether somebody is configured who signs tokens for the interface.
     *
     * @throws LedgerFailure when the configuration cannot be read
     */
    public static boolean isIdentityProviderConfigured() {
        StandardEnvironment environment = environment();
        return Stream.of("issuer-uri", "jwk-set-uri", "public-key-location")
                .map(name -> environment.getProperty("spring.security.oauth2.resourceserver.jwt." + name))
                .anyMatch(value -> value != null && !value.isBlank());
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
