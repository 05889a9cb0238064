package org.nestledger.api.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger is kept.
 *
 * @param directory of the ledger's own database, used when no URL is given
 * @param url of a PostgreSQL server, as JDBC takes it
 */
public record DatabaseSettings(
        Path directory,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        DatabaseTimeouts timeouts) {

    public DatabaseSettings(
            Path directory, @Nullable String url, @Nullable String username, @Nullable String password) {
        this(directory, url, username, password, DatabaseTimeouts.DEFAULT);
    }

    public static DatabaseSettings embedded(Path directory) {
        return new DatabaseSettings(directory, null, null, null);
    }

    public DatabaseSettings with(DatabaseTimeouts other) {
        return new DatabaseSettings(directory, url, username, password, other);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url == null ? "the data directory " + directory : "the database " + withoutSecrets(url);
    }

    /** A URL up to its parameters, any of which may be a secret. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
