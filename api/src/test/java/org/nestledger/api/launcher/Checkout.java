package org.nestledger.api.launcher;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A made-up checkout with the real launcher in it, which has been built and finds no Java until one is installed. */
final class Checkout {

    private static final String FAKE_JAVA = """
            #!/bin/sh
            echo "java of ${0%/bin/java} in $PWD"
            printf '%s\\n' "$@"
            exit 7
            """;
    static final String FAKE_BUILD = """
            #!/bin/sh
            echo "$JAVA_HOME $*" >> built
            sleep 0.5
            mkdir -p api/target
            touch api/target/nest-ledger.jar api/target/nest-ledger.jar.original
            """;
    private static final List<String> TOOLS = List.of(
            "awk",
            "cat",
            "cp",
            "dirname",
            "env",
            "find",
            "head",
            "locale",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "stat",
            "tail",
            "touch",
            "tr");

    private final Path temp;
    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();

    Checkout(Path temp) throws IOException {
        this.temp = temp;
        home = Files.createDirectories(temp.resolve("a check out"));
        Files.copy(Path.of("..", "ledger"), home.resolve("ledger"));
        executable("a check out/ledger", Files.readString(home.resolve("ledger")));
        write("a check out/api/src/main/sh/runs.sh", Files.readString(Path.of("src", "main", "sh", "runs.sh")));
        executable("a check out/mvnw", FAKE_BUILD);
        write("a check out/pom.xml", "");
        write("a check out/.mvn/maven.config", "");
        write("a check out/core/pom.xml", "");
        write("a check out/core/src/main/java/Source.java", "");
        write("a check out/query/pom.xml", "");
        write("a check out/query/src/main/java/Query.java", "");
        write("a check out/api/target/nest-ledger.jar", "");
        write("a check out/api/target/nest-ledger.jar.original", "");
        environment.put("PATH", tools());
        environment.put("LEDGER_JDK_SEARCH", temp + "/jvm/*:" + temp + "/more jvm/*");
    }

    Path temp() {
        return temp;
    }

    Path home() {
        return home;
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    record Outcome(int status, String out, String err) {

        /** What it ran, and with which arguments. */
        Path jar() {
            List<String> words = out.lines().toList();
            return Path.of(words.get(words.indexOf("-jar") + 1));
        }

        String arguments() {
            return out.substring(out.indexOf(jar() + "\n") + jar().toString().length() + 1);
        }

        String javaHome() {
            assertThat(err).isEmpty();
            return out.substring("java of ".length(), out.indexOf(" in "));
        }
    }

    record Start(Process process, Path out, Path err) {

        Outcome outcome() throws Exception {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    Outcome ledger(String... arguments) throws Exception {
        return run("a check out/ledger", arguments);
    }

    Outcome run(String program, String... arguments) throws Exception {
        return start(program, arguments).outcome();
    }

    Start start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(temp.resolve(program).toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(temp, "run", ".out");
        Path err = Files.createTempFile(temp, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Start(builder.start(), out, err);
    }

    /** A directory with the commands that the launcher may use, and without Java. */
    private String tools() throws IOException {
        Path tools = Files.createDirectory(temp.resolve("tools"));
        for (String tool : TOOLS) {
            for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
                Path found = Path.of(directory, tool);
                if (Files.isExecutable(found) && !Files.exists(tools.resolve(tool))) {
                    executable("tools/" + tool, "#!/bin/sh\nexec '" + found + "' \"$@\"\n");
                }
            }
        }
        return tools.toString();
    }

    String jdk(String directory, String version) throws IOException {
        executable(directory + "/bin/java", FAKE_JAVA);
        executable(directory + "/bin/javac", FAKE_JAVA);
        write(directory + "/release", "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return temp.resolve(directory).toString();
    }

    List<String> builds() throws IOException {
        Path built = home.resolve("built");
        return Files.exists(built) ? Files.readAllLines(built) : List.of();
    }

    void touchLater(String file) throws Exception {
        Thread.sleep(20);
        write(file, "changed");
    }

    void executable(String file, String content) throws IOException {
        Files.setPosixFilePermissions(write(file, content), fromString("rwxr-xr-x"));
    }

    Path write(String file, String content) throws IOException {
        Path path = temp.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
