package org.nestledger.core.log.race;

import java.util.Optional;

/** What a decider was told of its append. */
public sealed interface Told {

    String append();

    /** It is in the log, and its last event at this position. */
    record Accepted(String append, long position) implements Told {}

    /**
     * Its condition was not met.
     *
     * @param head of the log when it was told so: what conflicts is at this position or before
     */
    record Rejected(String append, long marker, Boundary boundary, long head) implements Told {}

    /** Something else went wrong. */
    record Failed(String append, String why) implements Told {}

    /** One line that {@link #parse} reads. */
    default String toLine() {
        return switch (this) {
            case Accepted(var append, var position) -> "accepted\t" + append + "\t" + position;
            case Rejected(var append, var marker, var boundary, var head) ->
                "rejected\t" + append + "\t" + marker + "\t" + boundary + "\t" + head;
            case Failed(var append, var why) ->
                "failed\t" + append + "\t" + why.replace('\t', ' ').replace('\n', ' ');
        };
    }

    /** Reads a line; nothing when it is only a part of one, as a killed process leaves it. */
    static Optional<Told> parse(String line) {
        String[] fields = line.split("\t", -1);
        return switch (fields[0]) {
            case "accepted" -> Optional.of(new Accepted(fields[1], Long.parseLong(fields[2])));
            case "rejected" ->
                Optional.of(new Rejected(
                        fields[1], Long.parseLong(fields[2]), Boundary.parse(fields[3]), Long.parseLong(fields[4])));
            case "failed" -> Optional.of(new Failed(fields[1], fields[2]));
            default -> Optional.empty();
        };
    }
}
