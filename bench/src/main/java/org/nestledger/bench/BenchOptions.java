package org.nestledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of all benchmarks. */
public final class BenchOptions {

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "6",
            converter = Seconds.class,
            description = "How long a variant is measured in a round; ${DEFAULT-VALUE} when not given.")
    Duration time = Duration.ofSeconds(6);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds over all variants, after one to warm up; ${DEFAULT-VALUE} when not given.")
    int rounds = 3;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What everything random comes from; ${DEFAULT-VALUE} when not given.")
    long seed = 1;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "10k,1m,10m",
            converter = Count.class,
            description = "Events of the logs that are searched; ${DEFAULT-VALUE} when not given.")
    List<Long> sizes = List.of();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1m",
            converter = Count.class,
            description = "Events of a log that is read as a whole; ${DEFAULT-VALUE} when not given.")
    long events = 1_000_000;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Where the database is kept, so that the next run need not fill it again.")
    @Nullable
    Path keep;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, to the output with -.")
    @Nullable
    Path json;

    /** How long a variant is measured in a round. */
    public Duration time() {
        return time;
    }

    public int rounds() {
        return rounds;
    }

    public long seed() {
        return seed;
    }

    /** Events of the logs that are searched, smallest first. */
    public List<Long> sizes() {
        return sizes.stream().sorted().toList();
    }

    /** Events of a log that is read as a whole. */
    public long events() {
        return events;
    }

    /** Seconds, also fractions of one. */
    static final class Seconds implements ITypeConverter<Duration> {

        private static final double NANOS = 1e9;

        @Override
        public Duration convert(String text) {
            double seconds = Double.parseDouble(text);
            if (!(seconds > 0)) {
                throw new TypeConversionException("\"" + text + "\" is no time: write it like 6 or 0.5.");
            }
            return Duration.ofNanos((long) (seconds * NANOS));
        }
    }

    /** A number that may end in k or m. */
    static final class Count implements ITypeConverter<Long> {

        private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})([km]?)");
        private static final long THOUSAND = 1_000;

        @Override
        public Long convert(String text) {
            Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
            if (!form.matches()) {
                throw new TypeConversionException("\"" + text + "\" is no number: write it like 10000, 10k or 1m.");
            }
            long unit = switch (form.group(2)) {
                case "k" -> THOUSAND;
                case "m" -> THOUSAND * THOUSAND;
                default -> 1;
            };
            return Long.parseLong(form.group(1)) * unit;
        }
    }
}
