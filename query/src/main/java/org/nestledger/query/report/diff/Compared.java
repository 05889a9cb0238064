package org.nestledger.query.report.diff;

/** What comes of comparing two moments. */
public sealed interface Compared {

    record Found(DiffReport report) implements Compared {}

    /**
     * The one that was asked for as the earlier moment is the later.
     *
     * @param from its position
     * @param to the position of the other one
     */
    record NotBefore(long from, long to) implements Compared {

        public String sentence() {
            return "The earlier moment is at position " + from + ", after the later one at position " + to + ".";
        }
    }

    /**
     * The log does not reach the earlier moment yet.
     *
     * @param asked its position
     * @param head the log's last one
     */
    record NotRecorded(long asked, long head) implements Compared {}

    /**
     * More figures differ than those whose entries can be looked for at once.
     *
     * @param changed how many
     * @param most how many may
     */
    record TooMany(int changed, int most) implements Compared {

        public String sentence() {
            return changed + " figures of the report differ, more than the " + most
                    + " whose entries are looked for at once.";
        }
    }
}
