package org.nestledger.core.log.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Files that survive a crash whole, in a directory that several processes use. Callers hold the lock. */
final class SafeFiles {

    /** A file's lock is the JVM's, so that its own threads are kept apart by this. */
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SafeFiles() {}

    interface Work<T> {
        T run() throws IOException;
    }

    /** Does something while no other process or thread does such a thing with this directory, which is made if need be. */
    static <T> T locked(Path directory, Work<T> work) throws IOException {
        IN_THIS_JVM.lock();
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, posix() ? attributes("rwx------") : new FileAttribute<?>[0]);
            }
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("tlog.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return work.run();
            }
        } finally {
            IN_THIS_JVM.unlock();
        }
    }

    /** Writes a file that must not be there yet and that only its owner may read. */
    static void create(Path file, byte[] content) throws IOException {
        Path draft = draft(file, content);
        try {
            // A link fails when the name is taken; a move would replace it.
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(draft, file);
        }
        Files.delete(draft);
        syncDirectory(file);
    }

    /** Writes a file in place of the one that is there. */
    static void replace(Path file, byte[] content) throws IOException {
        move(draft(file, content), file);
    }

    /** Puts a file in place of another one. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory(to);
    }

    /**
     * The text of a file.
     *
     * @param what it does, as "holds the log's name"
     * @throws SignerRefusedException when it is no text
     */
    static String text(Path file, String what) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException noText) {
            throw new SignerRefusedException(
                    "The file " + file + ", which " + what + ", is no text in UTF-8: put it back.", noText);
        }
    }

    /** Whether somebody else than its owner may read or change it. */
    static boolean isOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null
                && !OWNER_ONLY.containsAll(
                        withoutExecution(view.readAttributes().permissions()));
    }

    private static Set<PosixFilePermission> withoutExecution(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> rest = EnumSet.noneOf(PosixFilePermission.class);
        rest.addAll(permissions);
        rest.remove(PosixFilePermission.OWNER_EXECUTE);
        return rest;
    }

    private static Path draft(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel =
                FileChannel.open(draft, options, posix() ? attributes("rw-------") : new FileAttribute<?>[0])) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return draft;
    }

    /** A new name is safe only when its directory is. Where a directory cannot be opened, the system sees to it. */
    private static void syncDirectory(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (posix() && directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean posix() {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
