package org.nestledger.api.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who uses a data directory, across processes. Each process holds a shared lock while it does; who leaves and gets the
 * exclusive one was the last and stops the database. The operating system releases the locks of a process that died.
 */
final class DirectoryUse {

    /** File locks are the JVM's, so its own threads are ordered by this and its uses of a directory counted. */
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    private static final Map<Path, Held> HELD = new HashMap<>();

    /** This process's shared lock of a directory. */
    private record Held(FileChannel channel, FileLock lock, int uses) {}

    private final Path directory;

    DirectoryUse(Path directory) {
        this.directory = directory;
    }

    /** Something that only one process does at a time: to start or stop the database. */
    interface Exclusively<T> {
        T run() throws IOException;
    }

    <T> T exclusively(Exclusively<T> work) throws IOException {
        IN_THIS_JVM.lock();
        try (FileChannel channel = open("lock");
                FileLock lock = channel.lock()) {
            return work.run();
        } finally {
            IN_THIS_JVM.unlock();
        }
    }

    /** One more use by this process. Called exclusively. */
    void enter() throws IOException {
        Held held = HELD.get(directory);
        if (held == null) {
            FileChannel channel = open("users");
            held = new Held(channel, channel.lock(0, Long.MAX_VALUE, true), 0);
        }
        HELD.put(directory, new Held(held.channel(), held.lock(), held.uses() + 1));
    }

    /** One use less; true when it was the last one of all processes. Called exclusively. */
    boolean leave() throws IOException {
        Held held = HELD.remove(directory);
        if (held == null) {
            return false;
        }
        if (held.uses() > 1) {
            HELD.put(directory, new Held(held.channel(), held.lock(), held.uses() - 1));
            return false;
        }
        try (FileChannel channel = held.channel()) {
            held.lock().release();
            try (FileLock alone = channel.tryLock(0, Long.MAX_VALUE, false)) {
                return alone != null;
            }
        }
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(
                directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
