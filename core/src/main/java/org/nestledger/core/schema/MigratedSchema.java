package org.nestledger.core.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A database schema with its own history of migrations, apart from the program's other schemas. Safe for use by many
 * threads and, on one database, by many processes.
 */
public final class MigratedSchema {

    private static final String HISTORY = "schema_history";

    private final String name;
    private final MigrationFiles migrations;

    /**
     * The migrations are read at once.
     *
     * @param folder of the owner's class path that holds them, such as {@code org/nestledger/core/migration}
     */
    public MigratedSchema(String name, Class<?> owner, String folder) {
        this(name, MigrationFiles.in(owner.getClassLoader(), folder));
    }

    MigratedSchema(String name, MigrationFiles migrations) {
        this.name = name;
        this.migrations = migrations;
    }

    /** Under another name, by migrations that are rewritten for it. */
    public MigratedSchema beside(String otherName, UnaryOperator<String> rewriting) {
        return new MigratedSchema(otherName, migrations.rewritten(rewriting));
    }

    /** The number of the last migration that this program knows. */
    public int version() {
        return migrations.last();
    }

    /**
     * Creates the schema or brings it up to date.
     *
     * @throws FlywayException when that cannot be done
     */
    public void migrate(DataSource dataSource) {
        if (!isCurrent(dataSource)) {
            flyway(dataSource).load().migrate();
        }
    }

    /**
     * Whether the database says that it has exactly this program's migrations, none of them changed since: then Flyway,
     * which takes many times longer to find the same, has nothing to do or to complain of.
     *
     * @throws FlywayException when the database does not answer
     */
    public boolean isCurrent(DataSource dataSource) {
        List<@Nullable String> known = new ArrayList<>();
        migrations.files().forEach(file -> known.add(file.name() + " " + file.checksum()));
        try (Connection connection = dataSource.getConnection()) {
            return hasHistory(connection) && done(connection).equals(known);
        } catch (SQLException silent) {
            throw new FlywayException("The history of the schema " + name + " cannot be read", silent);
        }
    }

    private boolean hasHistory(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, name + "." + HISTORY);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** Name and checksum of each migration, or null for what is no migration that succeeded. */
    private List<@Nullable String> done(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select case when success and type = 'SQL' then script || ' ' || checksum end from " + name
                                + "." + HISTORY + " where type <> 'SCHEMA' order by installed_rank")) {
            List<@Nullable String> done = new ArrayList<>();
            while (rows.next()) {
                done.add(rows.getString(1));
            }
            return done;
        }
    }

    /** Makes the history that of another schema, whose migrations were rewritten for this one. */
    public void takeHistoryOf(MigratedSchema other, DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update " + name + "." + HISTORY + " set checksum = ? where script = ?")) {
            for (MigrationFile file : other.migrations.files()) {
                statement.setInt(1, file.checksum());
                statement.setString(2, file.name());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException problem) {
            throw new FlywayException("The history of the schema " + name + " cannot be written", problem);
        }
    }

    /** What Flyway needs to know. */
    public FluentConfiguration flyway(DataSource dataSource) {
        return Flyway.configure(MigratedSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(name)
                .defaultSchema(name)
                .table(HISTORY)
                .resourceProvider(new FlywayFiles(migrations))
                .javaMigrationClassProvider(List::of);
    }
}
