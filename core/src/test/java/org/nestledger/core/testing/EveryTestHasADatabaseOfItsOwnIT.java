package org.nestledger.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class EveryTestHasADatabaseOfItsOwnIT {

    private final AtomicInteger prepared = new AtomicInteger();

    private TestDatabase copy() {
        return TestDatabase.create("noted", source -> {
            prepared.incrementAndGet();
            assertThat(ask(
                            source,
                            "create table note (text text); insert into note values ('prepared') returning text"))
                    .containsExactly("prepared");
        });
    }

    private static List<String> notes(TestDatabase database) {
        return ask(database.dataSource(), "select text from note order by 1");
    }

    private static List<String> ask(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return ask(statement, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the last of these statements gives. */
    private static List<String> ask(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        boolean rows = statement.execute(sql);
        while (!rows) {
            rows = statement.getMoreResults();
        }
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        }
        return found;
    }

    @Test
    void itIsPreparedOnceAndNothingThatATestWritesIsInAnother() {
        try (TestDatabase one = copy();
                TestDatabase two = copy()) {
            one.execute("insert into note values ('written')");
            assertThat(notes(one)).containsExactly("prepared", "written");
            assertThat(notes(two)).containsExactly("prepared");
            try (TestDatabase three = copy()) {
                assertThat(notes(three)).containsExactly("prepared");
            }
        }
        assertThat(prepared).hasValue(1);
    }

    @Test
    void thatOfALogIsMigrated() {
        try (TestDatabase database = TestDatabase.ofLog()) {
            assertThat(ask(database.dataSource(), "select count(*) from log.event"))
                    .containsExactly("0");
        }
    }

    @Test
    void connectionsAreKeptUnlessOneIsAskedForOfItsOwn() {
        try (TestDatabase database = TestDatabase.create()) {
            String session = "select pg_backend_pid()";
            assertThat(ask(database.dataSource(), session)).isEqualTo(ask(database.dataSource(), session));
            assertThat(ask(database.unpooled(), session)).isNotEqualTo(ask(database.unpooled(), session));
        }
    }

    @Test
    void whatIsClosedIsDroppedThoughSomebodyIsConnected() throws Exception {
        try (TestDatabase witness = TestDatabase.create()) {
            List<String> before = databases(witness);
            TestDatabase database = TestDatabase.create();
            List<String> created = new ArrayList<>(databases(witness));
            created.removeAll(before);
            assertThat(created).hasSize(1);
            try (Connection connection = database.unpooled().getConnection()) {
                database.close();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> databases(witness).stream().noneMatch(created::contains));
                assertThat(connection.isValid(1)).isFalse();
            }
        }
    }

    private static List<String> databases(TestDatabase witness) {
        return ask(witness.dataSource(), "select datname from pg_database");
    }
}
