package org.nestledger.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut and mended, and on which everything can stand still. */
public final class CuttableProxy implements AutoCloseable {

    private final int target;
    private final ServerSocket entry;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean still;

    public CuttableProxy(int target) {
        this.target = target;
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entry.getLocalPort();
    }

    public void cut() {
        cut = true;
        open.forEach(CuttableProxy::close);
        open.clear();
    }

    public void mend() {
        cut = false;
    }

    /** Connections are taken and stay, but nothing arrives. */
    public void halt() {
        still = true;
    }

    /** What was under way arrives now. */
    public void release() {
        still = false;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket inner = entry.accept();
                if (cut) {
                    inner.close();
                } else {
                    Socket outer = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(inner);
                    open.add(outer);
                    Thread.ofVirtual().start(() -> pump(inner, outer));
                    Thread.ofVirtual().start(() -> pump(outer, inner));
                }
            } catch (IOException ended) {
                Thread.onSpinWait();
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                while (still) {
                    Thread.sleep(10);
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException ended) {
            Thread.onSpinWait();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        cut();
        try {
            entry.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
