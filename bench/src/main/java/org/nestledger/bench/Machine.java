package org.nestledger.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures were measured on. */
final class Machine {

    private static final long GIB = 1L << 30;
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Name and value of everything that one must know to compare figures, in the order of reading. */
    static Map<String, String> describe(BenchServer server) throws SQLException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "machine",
                "%d cores, %s, %d GiB, %s"
                        .formatted(
                                system.getAvailableProcessors(),
                                processor(system.getArch()),
                                Math.round((double) system.getTotalMemorySize() / GIB),
                                system.getName() + " " + system.getVersion()));
        facts.put("load before", String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
        facts.put("Java", Runtime.version() + ", heap " + Runtime.getRuntime().maxMemory() / GIB + " GiB");
        facts.put("PostgreSQL", server.version());
        facts.put("settings", settings(server.settings()));
        facts.put("driver", "pgjdbc " + server.driver());
        facts.put("program", program());
        return facts;
    }

    private static String settings(Map<String, String> settings) {
        return String.join(
                ", ",
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
    }

    private static String processor(String otherwise) {
        if (!Files.isReadable(PROCESSOR)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException unreadable) {
            return otherwise;
        }
    }

    /** The checkout's commit. */
    private static String program() {
        Path home = Path.of(System.getProperty("ledger.home", "."));
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
