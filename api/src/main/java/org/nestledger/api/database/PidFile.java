package org.nestledger.api.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL writes into its directory.
 *
 * @param pid of its first process
 * @param port where it listens
 * @param status such as "ready" or "starting"
 */
record PidFile(long pid, int port, String status) {

    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;
    private static final int CONNECT_MILLIS = 500;

    static Path in(DataDirectory directory) {
        return directory.cluster().resolve("postmaster.pid");
    }

    /** Nothing when there is none, or one that is only half written. */
    static Optional<PidFile> read(DataDirectory directory) throws IOException {
        try {
            List<String> lines = Files.readAllLines(in(directory));
            if (lines.size() <= PORT) {
                return Optional.empty();
            }
            return Optional.of(new PidFile(
                    Long.parseLong(lines.get(PID).strip()),
                    Integer.parseInt(lines.get(PORT).strip()),
                    lines.size() <= STATUS ? "starting" : lines.get(STATUS).strip()));
        } catch (NoSuchFileException | NumberFormatException nothing) {
            return Optional.empty();
        }
    }

    /** Whether its process lives, as far as can be told: the number may have been given to another program since. */
    boolean mayLive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.endsWith("postgres"))
                        .orElse(true))
                .isPresent();
    }

    /** Whether anything takes connections at its port; PostgreSQL does so very soon after it was started. */
    boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    boolean ready() {
        return status.equals("ready");
    }
}
