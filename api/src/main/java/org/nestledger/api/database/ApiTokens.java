package org.nestledger.api.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens for the interface. The database holds hashes: of 256 random bits, so that one round of SHA-256 is enough. */
public final class ApiTokens {

    /** By this prefix a token is told from one of an identity provider, and found where it should not be. */
    public static final String PREFIX = "nest_";

    private static final int RANDOM_BYTES = 32;
    private static final String COLUMNS = "name, grants, created_at, created_by, expires_at, revoked_at";

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();

    public ApiTokens(DataSource dataSource) {
        database = JdbcClient.create(dataSource);
    }

    /**
     * Makes a token.
     *
     * @return the token, which nobody can find out later; absent when the name is or was another token's
     */
    public Optional<String> create(String name, List<String> grants, String createdBy, @Nullable Instant expiresAt) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        try {
            database.sql("insert into access.token (hash, name, grants, created_by, expires_at)"
                            + " values (:hash, :name, :grants, :createdBy, :expiresAt)")
                    .param("hash", hash(token))
                    .param("name", name)
                    .param("grants", grants.toArray(String[]::new))
                    .param("createdBy", createdBy)
                    .param("expiresAt", expiresAt == null ? null : Timestamp.from(expiresAt))
                    .update();
            return Optional.of(token);
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }

    /** All tokens there ever were, oldest first. */
    public List<ApiToken> all() {
        return database.sql("select " + COLUMNS + " from access.token order by id")
                .query(ApiTokens::token)
                .list();
    }

    /** The token that is presented, whether or not it is still valid. */
    public Optional<ApiToken> find(String token) {
        return database.sql("select " + COLUMNS + " from access.token where hash = :hash")
                .param("hash", hash(token))
                .query(ApiTokens::token)
                .optional();
    }

    /** Whether any token is valid at this instant. */
    public boolean isAnyValid(Instant now) {
        return all().stream().anyMatch(token -> token.isValid(now));
    }

    /**
     * Revokes a token; one that is revoked stays as it is.
     *
     * @return whether there is one of this name
     */
    public boolean revoke(String name) {
        return database.sql("update access.token set revoked_at = coalesce(revoked_at, now()) where name = :name")
                        .param("name", name)
                        .update()
                > 0;
    }

    private static ApiToken token(ResultSet row, int n) throws SQLException {
        return new ApiToken(
                row.getString("name"),
                List.of((String[]) row.getArray("grants").getArray()),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
