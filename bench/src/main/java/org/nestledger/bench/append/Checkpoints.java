package org.nestledger.bench.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.nestledger.bench.Callers;
import org.nestledger.bench.Sample;
import org.nestledger.bench.Variant;

/** Another variant while PostgreSQL makes one checkpoint after the other, each of which makes it write whole pages anew. */
final class Checkpoints implements Variant {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Callers callers;
    private final DataSource dataSource;

    Checkpoints(Callers callers, DataSource dataSource) {
        this.callers = callers;
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return callers.name() + ", checkpoints";
    }

    @Override
    public Map<String, String> parameters() {
        return callers.parameters();
    }

    @Override
    public Sample run(Duration time) throws Exception {
        Thread checkpoints = Thread.ofPlatform().daemon().start(this::checkpoints);
        try {
            return callers.run(time);
        } finally {
            checkpoints.interrupt();
            checkpoints.join();
        }
    }

    private void checkpoints() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            while (!Thread.interrupted()) {
                statement.execute("checkpoint");
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException _) {
            // the variant has ended
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
