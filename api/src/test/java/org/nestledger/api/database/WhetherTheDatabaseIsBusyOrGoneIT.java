package org.nestledger.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.nestledger.core.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the pool of connections says when it has none is told apart. */
class WhetherTheDatabaseIsBusyOrGoneIT {

    private static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(300);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Test
    void whereAllConnectionsAreInUseTooMuchIsAskedAtOnce() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                HikariDataSource pool = pool(database.unpooled());
                Connection _ = pool.getConnection()) {
            Throwable refused = catchThrowable(() -> new JdbcTemplate(pool).execute("select 1"));
            assertThat(DatabaseTrouble.isBehind(refused)).isTrue();
            assertThat(DatabaseTrouble.isTooMuchAtOnce(refused)).isTrue();
        }
    }

    @Test
    void whereNobodyAnswersItIsTheDatabase() throws IOException {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        try (ServerSocket taken = new ServerSocket(0)) {
            nobody.setPortNumbers(new int[] {taken.getLocalPort()});
        }
        try (HikariDataSource pool = pool(nobody)) {
            Throwable refused = catchThrowable(() -> new JdbcTemplate(pool).execute("select 1"));
            assertThat(DatabaseTrouble.isBehind(refused)).isTrue();
            assertThat(DatabaseTrouble.isTooMuchAtOnce(refused)).isFalse();
        }
    }
}
