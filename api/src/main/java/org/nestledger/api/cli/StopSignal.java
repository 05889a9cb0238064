package org.nestledger.api.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Being asked to stop, by Ctrl-C or by the operating system, is the orderly end of a server and no failure; so the
 * signals are caught, and the second one ends the process at once. Reached by reflection, because the compiler forbids
 * the class though every JDK has it.
 */
final class StopSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    private static final int INTERRUPTED = 130;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final List<Runnable> restore = new ArrayList<>();

    private StopSignal() {}

    /** From now on the signals do not end the process. */
    static StopSignal listen() {
        StopSignal stop = new StopSignal();
        stop.handle("INT");
        stop.handle("TERM");
        return stop;
    }

    void await() {
        try {
            asked.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(String name) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object signal = signals.getConstructor(String.class).newInstance(name);
            var install = signals.getMethod("handle", signals, handlers);
            InvocationHandler handler = (proxy, method, args) -> {
                if (method.getName().equals("handle")) {
                    onSignal();
                }
                return null;
            };
            Object before = install.invoke(
                    null,
                    signal,
                    Proxy.newProxyInstance(handlers.getClassLoader(), new Class<?>[] {handlers}, handler));
            restore.add(() -> {
                try {
                    install.invoke(null, signal, before);
                } catch (ReflectiveOperationException unavailable) {
                    LOG.debug("signal {} stays handled", name, unavailable);
                }
            });
        } catch (ReflectiveOperationException unavailable) {
            LOG.debug("signal {} ends the process without its orderly end", name, unavailable);
        }
    }

    private void onSignal() {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        asked.countDown();
    }

    @Override
    public void close() {
        restore.forEach(Runnable::run);
    }
}
