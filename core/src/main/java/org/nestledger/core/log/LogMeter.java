package org.nestledger.core.log;

/** Told what the writer of a log does. Calls come from the writer's threads and must be quick. */
public interface LogMeter {

    /** A batch was committed: how many appends and events it had, and how long the database took for it. */
    default void written(int appends, int events, long nanos) {}

    /** An append was answered with its position: how long after it was handed over. */
    default void acknowledged(long nanos) {}

    /** An append was refused because its condition was not met. */
    default void conflicted() {}

    /** An append was refused because its command had been executed before. */
    default void repeated() {}

    /** A batch was planned again because another process had written, or the connection was lost. */
    default void retried() {}

    /** A meter that nobody reads. */
    static LogMeter none() {
        return new LogMeter() {};
    }
}
