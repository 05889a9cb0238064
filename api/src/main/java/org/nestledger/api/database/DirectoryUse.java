package org.nestledger.api.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a data directory, across processes. Each process holds a shared lock while it does; who leaves and gets the
 * exclusive one was the last and stops the database. The operating system releases the locks of a process that died.
 */
final class DirectoryUse {

    /** File locks are the JVM's, so its own threads are ordered by this. */
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    private final Path directory;
    private @Nullable FileChannel users;
    private @Nullable FileLock use;

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

    /** From now on this process is a user. */
    void enter() throws IOException {
        FileChannel channel = open("users");
        users = channel;
        use = channel.lock(0, Long.MAX_VALUE, true);
    }

    /** From now on this process is no user; true when it was the last one. Called exclusively. */
    boolean leave() throws IOException {
        FileChannel channel = users;
        FileLock shared = use;
        if (channel == null || shared == null) {
            return false;
        }
        try (channel) {
            shared.release();
            try (FileLock alone = channel.tryLock(0, Long.MAX_VALUE, false)) {
                return alone != null;
            }
        } catch (OverlappingFileLockException thisProcess) {
            return false;
        } finally {
            users = null;
            use = null;
        }
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(
                directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
