package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** A database whose disk takes as long as the test likes to make durable what is waited for together, or never does. */
final class HeldDisk {

    private final DataSource target;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean held;
    private boolean broken;
    private int waiting;

    HeldDisk(DataSource target) {
        this.target = target;
    }

    void hold() {
        change(true, false);
    }

    void release() {
        change(false, false);
    }

    /** Whoever waits has lost the connection. */
    void fail() {
        change(false, true);
    }

    private void change(boolean nowHeld, boolean nowBroken) {
        lock.lock();
        try {
            held = nowHeld;
            broken = nowBroken && waiting > 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when somebody waits for the disk. */
    void awaitWaiting() throws InterruptedException {
        lock.lock();
        try {
            while (waiting == 0) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    DataSource dataSource() {
        return FaultyDataSource.proxy(
                DataSource.class,
                target,
                (name, _, call) ->
                        name.equals("getConnection") ? connection((Connection) call.result()) : call.result());
    }

    private Connection connection(Connection connection) {
        return FaultyDataSource.proxy(Connection.class, connection, (name, arguments, call) -> {
            Object result = call.result();
            return name.equals("prepareStatement") && ((String) arguments[0]).contains("emit_message")
                    ? flush((PreparedStatement) result, connection)
                    : result;
        });
    }

    private PreparedStatement flush(PreparedStatement statement, Connection connection) {
        return FaultyDataSource.proxy(PreparedStatement.class, statement, (name, _, call) -> {
            if (name.equals("executeQuery") && fails()) {
                connection.close();
                throw FaultyDataSource.broken();
            }
            return call.result();
        });
    }

    private boolean fails() throws InterruptedException {
        lock.lock();
        try {
            waiting++;
            changed.signalAll();
            while (held) {
                changed.await();
            }
            waiting--;
            boolean fails = broken;
            broken = false;
            return fails;
        } finally {
            lock.unlock();
        }
    }
}
