package org.nestledger.core.log.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.nestledger.core.log.race.ChildJvm;

/** A {@link Worker} as its parent sees it. */
final class WorkerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    private final Path directory;
    private final String name;
    private final Process process;

    private WorkerProcess(Path directory, String name, Process process) {
        this.directory = directory;
        this.name = name;
        this.process = process;
    }

    static WorkerProcess start(Path directory, String jdbcUrl, String name, long seed, int threads, int patienceSeconds)
            throws IOException {
        Process process = new ProcessBuilder(ChildJvm.command(
                        Worker.class,
                        directory.toString(),
                        jdbcUrl,
                        name,
                        Long.toString(seed),
                        Integer.toString(threads),
                        Integer.toString(patienceSeconds)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(name + "-out.txt").toFile()))
                .start();
        return new WorkerProcess(directory, name, process);
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** How much it has written down, in bytes: it grows as long as the worker gets answers. */
    long written() throws IOException {
        Path notes = Worker.notes(directory, name);
        return Files.exists(notes) ? Files.size(notes) : 0;
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end in order; false when it does not, or fails. */
    boolean end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
            return false;
        }
        return process.exitValue() == 0;
    }

    @Override
    public void close() {
        kill();
    }
}
