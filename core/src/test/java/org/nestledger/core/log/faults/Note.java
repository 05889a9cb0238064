package org.nestledger.core.log.faults;

import java.util.List;
import java.util.Optional;

/**
 * What a client wrote down about one of its appends, in a file that survives it. Several tries of one append have the
 * same command id.
 */
public sealed interface Note {

    String command();

    int attempt();

    /**
     * It is about to append.
     *
     * @param hashes SHA-256 of the records that it expects to be stored, in hexadecimal
     */
    record Began(String command, int attempt, List<String> hashes) implements Note {}

    /** It was told that the events of this try are there, the last of them at this position. */
    record Acknowledged(String command, int attempt, long last) implements Note {}

    /** It was told that the command was executed before, at these positions. */
    record Repeated(String command, int attempt, long first, long last) implements Note {}

    /** It was told that the condition is not met. */
    record Conflicted(String command, int attempt) implements Note {}

    /** It was told that nothing was written. */
    record NotWritten(String command, int attempt, String why) implements Note {}

    /** It was told that nobody knows whether it was written. */
    record Unknown(String command, int attempt, String why) implements Note {}

    /** One line that {@link #parse} reads. */
    default String toLine() {
        String start = command() + "\t" + attempt() + "\t";
        return switch (this) {
            case Began began -> "began\t" + start + String.join(",", began.hashes);
            case Acknowledged there -> "acknowledged\t" + start + there.last;
            case Repeated there -> "repeated\t" + start + there.first + "\t" + there.last;
            case Conflicted _ -> "conflicted\t" + start;
            case NotWritten not -> "notwritten\t" + start + oneLine(not.why);
            case Unknown unknown -> "unknown\t" + start + oneLine(unknown.why);
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\t\n\r]+", " ");
    }

    /** Reads a line; nothing when it is only a part of one, as a killed process may leave it. */
    static Optional<Note> parse(String line) {
        String[] f = line.split("\t", -1);
        if (f.length < 4) {
            return Optional.empty();
        }
        String command = f[1];
        int attempt = Integer.parseInt(f[2]);
        return switch (f[0]) {
            case "began" -> Optional.of(new Began(command, attempt, List.of(f[3].split(",", -1))));
            case "acknowledged" -> Optional.of(new Acknowledged(command, attempt, Long.parseLong(f[3])));
            case "repeated" -> Optional.of(new Repeated(command, attempt, Long.parseLong(f[3]), Long.parseLong(f[4])));
            case "conflicted" -> Optional.of(new Conflicted(command, attempt));
            case "notwritten" -> Optional.of(new NotWritten(command, attempt, f[3]));
            case "unknown" -> Optional.of(new Unknown(command, attempt, f[3]));
            default -> Optional.empty();
        };
    }
}
