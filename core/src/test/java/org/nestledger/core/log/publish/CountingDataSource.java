package org.nestledger.core.log.publish;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Counts what is read through it. */
final class CountingDataSource implements DataSource {

    private final DataSource inner;
    private final AtomicLong queries = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();

    CountingDataSource(DataSource inner) {
        this.inner = inner;
    }

    long queries() {
        return queries.get();
    }

    long rows() {
        return rows.get();
    }

    void reset() {
        queries.set(0);
        rows.set(0);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counting(Connection.class, inner.getConnection());
    }

    private <T> T counting(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return counted(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private Object counted(String method, Object answer) {
        if (method.equals("next") && Boolean.TRUE.equals(answer)) {
            rows.incrementAndGet();
        }
        return switch (answer) {
            case PreparedStatement statement -> counting(PreparedStatement.class, statement);
            case ResultSet result -> {
                queries.incrementAndGet();
                yield counting(ResultSet.class, result);
            }
            case null, default -> answer;
        };
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return inner.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        inner.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        inner.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return inner.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return inner.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return inner.isWrapperFor(type);
    }
}
