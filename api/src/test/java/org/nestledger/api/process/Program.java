package org.nestledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.nestledger.api.testing.Http;

/** The packaged program in a process of its own. */
final class Program implements AutoCloseable {

    static final Path JAR = Path.of("target", "nest-ledger.jar").toAbsolutePath();
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path directory;
    private final List<String> args;
    private final Path out;
    private final Path err;

    private Program(Process process, Path directory, List<String> args, Path out, Path err) {
        this.process = process;
        this.directory = directory;
        this.args = args;
        this.out = out;
        this.err = err;
    }

    static Program start(Path directory, String... args) {
        return start(directory, List.of(), JAR, args);
    }

    /** @param before what starts it, such as another user's shell */
    static Program start(Path directory, List<String> before, Path jar, String... args) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dledger.home=" + directory,
                "-jar",
                jar.toString()));
        command.addAll(List.of(args));
        try {
            Path out = Files.createTempFile(directory, "out", ".txt");
            Path err = Files.createTempFile(directory, "err", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Program(process, directory, List.of(args), out, err);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Waits until it takes requests. */
    Http served() {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || out().contains("Serving on "));
        assertThat(process.isAlive()).as(err()).isTrue();
        Http http = new Http(out().replaceFirst("(?s)^.*Serving on (http://[^ ]+) .*$", "$1"));
        return args.getFirst().equals("demo") ? http.as("headquarters", "demo") : http.bearing(token());
    }

    /** Of somebody who may do everything. */
    private String token() {
        List<String> create = new ArrayList<>(List.of("token", "create", "--zone=*", "--name=" + UUID.randomUUID()));
        create.add("--role=headquarters,committee,platform,auditor");
        args.stream().filter(arg -> arg.startsWith("--data=")).forEach(create::add);
        try (Program made = start(directory, create.toArray(String[]::new))) {
            assertThat(made.ended()).as(made.err()).isZero();
            return made.out().strip();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    int ended() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        return process.exitValue();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
