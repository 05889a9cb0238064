package org.nestledger.core.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that can be out of reach, and whose connections break at the worst moment of an append. */
final class FaultyDataSource {

    enum Fault {
        /** The batch never arrives. */
        REQUEST_LOST,
        /** The batch is written, but nobody hears of it. */
        ANSWER_LOST,
        /** The connection breaks while the server goes on: the batch arrives when the test says so. */
        REQUEST_DELAYED
    }

    private final DataSource target;
    private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();
    private volatile boolean reachable = true;
    private volatile boolean staysAway;
    private volatile @Nullable PreparedStatement delayed;

    FaultyDataSource(DataSource target) {
        this.target = target;
    }

    void nextAppend(Fault fault) {
        next.set(fault);
    }

    /** From the fault on the database is out of reach, before anybody can try again. */
    void nextAppendIsTheLast(Fault fault) {
        staysAway = true;
        next.set(fault);
    }

    boolean happened() {
        return next.get() == null;
    }

    void reachable(boolean value) {
        reachable = value;
    }

    /** Lets the delayed batch arrive. */
    void arrive() throws SQLException {
        PreparedStatement statement = delayed;
        if (statement == null) {
            throw new IllegalStateException("nothing was delayed");
        }
        try (Connection connection = statement.getConnection()) {
            statement.executeQuery().close();
        }
    }

    DataSource dataSource() {
        return proxy(DataSource.class, target, (name, arguments, call) -> {
            if (!name.equals("getConnection")) {
                return call.result();
            }
            if (!reachable) {
                throw broken();
            }
            return connection((Connection) call.result());
        });
    }

    private Connection connection(Connection connection) {
        boolean[] closed = new boolean[1];
        return proxy(Connection.class, connection, (name, arguments, call) -> {
            if (closed[0] && !name.equals("abort")) {
                return switch (name) {
                    case "isValid" -> false;
                    case "close" -> null;
                    default -> throw broken();
                };
            }
            Object result = call.result();
            return name.equals("prepareStatement") && ((String) arguments[0]).contains("append_batch")
                    ? statement((PreparedStatement) result, connection, closed)
                    : result;
        });
    }

    private PreparedStatement statement(PreparedStatement statement, Connection connection, boolean[] closed) {
        return proxy(PreparedStatement.class, statement, (name, arguments, call) -> {
            if (name.equals("close") && closed[0]) {
                return null;
            }
            Fault fault = name.equals("executeQuery") ? next.getAndSet(null) : null;
            if (fault == null) {
                return call.result();
            }
            closed[0] = true;
            if (staysAway) {
                staysAway = false;
                reachable = false;
            }
            switch (fault) {
                case REQUEST_LOST -> connection.close();
                case ANSWER_LOST -> {
                    call.result();
                    connection.close();
                }
                case REQUEST_DELAYED -> delayed = statement;
            }
            throw broken();
        });
    }

    static SQLException broken() {
        return new SQLException("the connection broke", "08006");
    }

    interface Call {

        Object result() throws Throwable;
    }

    interface Handler {

        Object handle(String name, Object[] arguments, Call call) throws Throwable;
    }

    static <T> T proxy(Class<T> type, T target, Handler handler) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) ->
                        handler.handle(method.getName(), arguments == null ? new Object[0] : arguments, () -> {
                            try {
                                return method.invoke(target, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
        return type.cast(proxy);
    }
}
