package org.nestledger.api.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.failure.LedgerFailure;

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

    /**
     * The same, if there is a ledger in the directory already or the database is another one.
     *
     * @throws LedgerFailure when there is none, and nothing is created
     */
    public DatabaseSettings begun() {
        if (url == null && !DataDirectory.isOne(directory)) {
            throw new LedgerFailure(
                    "There is no ledger in " + directory.toAbsolutePath().normalize()
                            + ": ./ledger demo, serve or import begins one, and --data names another directory.");
        }
        return this;
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
