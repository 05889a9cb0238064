package org.nestledger.core.log.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.OpenLog;

/** A process of its own that races on a database of others, and reads it meanwhile. */
public final class Rival implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final PrintStream in;
    private final Path told;

    private Rival(Process process, Path told) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.told = told;
    }

    /** Starts it; it waits for {@link #go}. */
    public static Rival start(Path directory, String jdbcUrl, String name, long seed, int threads, int rounds)
            throws IOException {
        Path told = directory.resolve(name + "-told.txt");
        Process process = new ProcessBuilder(ChildJvm.command(
                        Rival.class,
                        jdbcUrl,
                        name,
                        Long.toString(seed),
                        Integer.toString(threads),
                        Integer.toString(rounds),
                        told.toString()))
                .redirectError(directory.resolve(name + "-err.txt").toFile())
                .start();
        Rival rival = new Rival(process, told);
        rival.expect("ready");
        return rival;
    }

    public void go() {
        in.println("go");
    }

    /** Waits until it has appended everything; what it was told. */
    public List<Told> told() throws IOException {
        expect("done");
        List<Told> lines = new ArrayList<>();
        Files.readAllLines(told).forEach(line -> Told.parse(line).ifPresent(lines::add));
        return lines;
    }

    /** Lets its readers end at this position; what they saw. */
    public Readers.Digests digests(long position) throws IOException {
        in.println(position);
        return Readers.Digests.parse(expect("digests"));
    }

    private String expect(String word) throws IOException {
        String line = out.readLine();
        if (line == null || !line.startsWith(word)) {
            throw new IOException("the rival process said " + line + " instead of " + word);
        }
        return line;
    }

    /** The process. */
    public static void main(String[] args) throws Exception {
        try (OpenLog log = OpenLog.at(args[0], args[1], LogOptions.defaults().withFlushedTogether(1));
                Readers readers = new Readers(log);
                Race race =
                        new Race(List.of(log.engine()), args[1], Long.parseLong(args[2]), Integer.parseInt(args[3]));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            in.readLine();
            race.freeRounds(Integer.parseInt(args[4]));
            Files.write(Path.of(args[5]), race.told().stream().map(Told::toLine).toList());
            System.out.println("done");
            System.out.println(readers.readTo(Long.parseLong(in.readLine())));
        }
    }

    @Override
    public void close() throws InterruptedException {
        in.close();
        if (!process.waitFor(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
    }
}
