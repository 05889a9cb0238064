package org.nestledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Lets the database do a few things at a time. */
final class Threads {

    /** More than two would take the database from those who use it. */
    static final int COUNT = 2;

    private Threads() {}

    static ExecutorService start() {
        return Executors.newFixedThreadPool(
                COUNT, Thread.ofPlatform().name("rebuild-", 0).daemon().factory());
    }

    /** Does something with each; the first failure is thrown when all that began has ended. */
    static <T> void each(List<T> all, DataSource dataSource, BiConsumer<T, JdbcTemplate> use) throws SQLException {
        BlockingQueue<JdbcTemplate> idle = new LinkedBlockingQueue<>();
        List<Future<?>> begun = new ArrayList<>();
        try (Connection one = dataSource.getConnection();
                Connection other = dataSource.getConnection();
                ExecutorService threads = start()) {
            idle.add(new JdbcTemplate(new SingleConnectionDataSource(one, true)));
            idle.add(new JdbcTemplate(new SingleConnectionDataSource(other, true)));
            all.forEach(each -> begun.add(threads.submit(() -> {
                JdbcTemplate database = idle.remove();
                try {
                    use.accept(each, database);
                } finally {
                    idle.add(database);
                }
            })));
            begun.forEach(Threads::result);
        }
    }

    /** Waits for the end of what was begun and throws what it threw. */
    static void result(Future<?> begun) {
        try {
            begun.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedRebuildException(interrupted);
        }
    }
}
