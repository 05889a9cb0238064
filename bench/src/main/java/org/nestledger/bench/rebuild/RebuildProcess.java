package org.nestledger.bench.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nestledger.bench.log.EventKind;
import org.nestledger.core.log.LogOptions;
import org.nestledger.core.log.PostgresEventLog;
import org.nestledger.query.ReadModels;
import org.nestledger.query.projection.Rebuild;
import org.nestledger.query.projection.Rebuild.Phase;

/** A rebuild in a process of its own, with the memory that it is promised to need no more than. */
public final class RebuildProcess {

    private static final String MEMORY = "-Xmx512m";

    private RebuildProcess() {}

    /**
     * What a rebuild took.
     *
     * @param phases nanoseconds until each was over; what comes after the last, such as the swap, is in the whole only
     */
    record Took(long nanos, Map<Phase, Long> phases) {}

    /** Runs it in another process. */
    static Took run(String url, Rebuild.Mode mode) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Daxoniq.update-checker.disabled=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RebuildProcess.class.getName(),
                        url,
                        mode.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Map<Phase, Long> phases = new EnumMap<>(Phase.class);
            long nanos = -1;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ", 2);
                if (words[0].equals("took")) {
                    nanos = Long.parseLong(words[1]);
                } else {
                    phases.put(Phase.valueOf(words[0]), Long.parseLong(words[1]));
                }
            }
            if (process.waitFor() != 0 || nanos < 0) {
                throw new IllegalStateException("the rebuild ended with status " + process.exitValue());
            }
            return new Took(nanos, phases);
        }
    }

    /** @param args the URL of the database, and what is done with the new read models */
    public static void main(String[] args) throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(args[0]);
            pool.setMaximumPoolSize(8);
            try (PostgresEventLog log =
                    new PostgresEventLog(pool, EventKind.BOOKS.codec(), Clock.systemUTC(), LogOptions.defaults())) {
                Map<Phase, Long> last = new EnumMap<>(Phase.class);
                long begun = System.nanoTime();
                var _ = new Rebuild(pool, log, ReadModels.all())
                        .run(Rebuild.Mode.valueOf(args[1]), (phase, done, total) -> {
                            synchronized (last) {
                                last.put(phase, System.nanoTime() - begun);
                            }
                        });
                long took = System.nanoTime() - begun;
                last.forEach((phase, nanos) -> System.out.println(phase + " " + nanos));
                System.out.println("took " + took);
            }
        }
    }
}
