package org.nestledger.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** A database that takes as long as the test likes for statements of one kind, or never answers them. */
final class HeldStatement {

    private final DataSource target;
    private final String text;
    private final boolean answer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean held;
    private boolean broken;
    private int waiting;

    private HeldStatement(DataSource target, String text, boolean answer) {
        this.target = target;
        this.text = text;
        this.answer = answer;
    }

    /** Of those with which the disk is waited for, for several batches together. */
    static HeldStatement disk(DataSource target) {
        return new HeldStatement(target, "emit_message", false);
    }

    /** Of those that hold this text. */
    static HeldStatement before(DataSource target, String text) {
        return new HeldStatement(target, text, false);
    }

    /** The same, but the server has executed them: it is the answer that does not arrive yet. */
    static HeldStatement afterwards(DataSource target, String text) {
        return new HeldStatement(target, text, true);
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

    /** Returns when somebody waits. */
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
            return name.equals("prepareStatement") && ((String) arguments[0]).contains(text)
                    ? held((PreparedStatement) result, connection)
                    : result;
        });
    }

    private PreparedStatement held(PreparedStatement statement, Connection connection) {
        return FaultyDataSource.proxy(PreparedStatement.class, statement, (name, _, call) -> {
            if (!name.equals("executeQuery")) {
                return call.result();
            }
            Object early = answer ? call.result() : null;
            if (fails()) {
                connection.close();
                throw FaultyDataSource.broken();
            }
            return early == null ? call.result() : early;
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
