package org.nestledger.api.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.nestledger.api.failure.LedgerFailure;

/**
 * A directory that holds the ledger's own database.
 *
 * <p>{@code layout} says what it is, {@code lock} and {@code users} say who uses it, {@code secret} is the database's
 * password, {@code postgresql} its files and {@code postgresql.log} what it says.
 */
record DataDirectory(Path path) {

    static final String POSTGRES_MAJOR = "18";
    static final String CLUSTER = "postgresql";
    static final String LOG = "postgresql.log";

    private static final String MARK = "layout";
    private static final String LAYOUT = "Nest Ledger data directory, layout 1";
    private static final Set<String> LOCKS = Set.of("lock", "users", "layout.new");

    /** Whether a ledger was begun in a directory. */
    static boolean isOne(Path directory) {
        return Files.exists(directory.resolve(MARK));
    }

    /** Creates the directory if need be and makes sure that it may be used. */
    static DataDirectory prepare(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new LedgerFailure("The data directory " + path + " is a file: name a directory with --data.");
        }
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path);
                restrict(path, "rwx------");
            }
            DataDirectory prepared = new DataDirectory(path.toRealPath());
            prepared.checkOwner();
            prepared.checkEmpty();
            return prepared;
        } catch (IOException problem) {
            throw cannotUse(path, problem);
        }
    }

    /** Marks an empty directory as a data directory, and refuses one that is something else. The caller holds the lock. */
    void claim() {
        Path layout = path.resolve(MARK);
        try {
            if (Files.exists(layout)) {
                String found = Files.readString(layout).strip();
                if (!found.equals(LAYOUT)) {
                    throw new LedgerFailure("The data directory " + path + " has another layout (\"" + brief(found)
                            + "\"): use the release that wrote it, or name another directory with --data.");
                }
                checkMajor();
            } else {
                checkEmpty();
                write(layout, LAYOUT + "\n", "rw-------");
            }
        } catch (IOException problem) {
            throw cannotUse(path, problem);
        }
    }

    /** Whether nothing but locks is in it, unless it is a data directory; another process may be making it one now. */
    private void checkEmpty() throws IOException {
        try (var entries = Files.list(path)) {
            if (entries.anyMatch(entry -> !LOCKS.contains(entry.getFileName().toString()))
                    && !Files.exists(path.resolve(MARK))) {
                throw new LedgerFailure("The directory " + path
                        + " is not empty and no data directory of Nest Ledger: name another one with --data.");
            }
        }
    }

    private void checkMajor() throws IOException {
        Path version = cluster().resolve("PG_VERSION");
        if (Files.exists(version)) {
            String major = Files.readString(version).strip();
            if (!major.equals(POSTGRES_MAJOR)) {
                throw new LedgerFailure("The data directory " + path + " was written by PostgreSQL " + brief(major)
                        + ", and this release brings " + POSTGRES_MAJOR + ": use the release that wrote it.");
            }
        }
    }

    /** PostgreSQL runs only as the owner of its files, root or not. */
    private void checkOwner() throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix == null) {
            return;
        }
        String owner = posix.readAttributes().owner().getName();
        String user = System.getProperty("user.name", owner);
        if (!owner.equals(user) && !owner.equals(numericUser())) {
            throw new LedgerFailure("The data directory " + path + " belongs to " + owner + " and not to " + user
                    + ": run the command as " + owner + ", or name another directory with --data.");
        }
        if (!Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    /** The user's number, which is the owner's name where the user has none. */
    private static String numericUser() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) ? String.valueOf(Files.getAttribute(self, "unix:uid")) : "";
    }

    Path cluster() {
        return path.resolve(CLUSTER);
    }

    Path log() {
        return path.resolve(LOG);
    }

    Path secretFile() {
        return path.resolve("secret");
    }

    /** The database's password, made when there is none yet. The caller holds the lock. */
    String secret() {
        Path file = secretFile();
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                write(file, HexFormat.of().formatHex(random), "rw-------");
            }
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw cannotUse(path, problem);
        }
    }

    /** What PostgreSQL complained of since its log had this size; a full disk is the cause of all else. */
    String complaint(long logSizeBefore) {
        try {
            byte[] all = Files.readAllBytes(log());
            int from = (int) Math.min(logSizeBefore, all.length);
            List<String> complaints = new String(all, from, all.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches(".*(FATAL|PANIC|ERROR|error|could not|cannot|No space).*"))
                    .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|ERROR): +", ""))
                    .toList();
            return complaints.stream()
                    .filter(line -> line.contains("No space"))
                    .findFirst()
                    .map(DataDirectory::brief)
                    .orElseGet(() -> complaints.isEmpty() ? "see " + log() : brief(complaints.getLast()));
        } catch (IOException unreadable) {
            return "its log cannot be read";
        }
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft);
        restrict(draft, permissions);
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void restrict(Path path, String permissions) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    static LedgerFailure cannotUse(Path path, IOException problem) {
        String what = problem instanceof AccessDeniedException
                ? "no permission for " + problem.getMessage()
                : problem instanceof FileSystemException system && system.getReason() != null
                        ? system.getReason()
                        : brief(String.valueOf(problem.getMessage()));
        return new LedgerFailure(
                "The data directory " + path + " cannot be used: " + what + ". Name another one with --data.", problem);
    }

    private static String brief(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 160 ? line : line.substring(0, 160) + "…";
    }
}
