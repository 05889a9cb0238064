package org.nestledger.bench;

/** One of many who ask for something at the same time, each one time after the other. */
public interface Caller extends AutoCloseable {

    /** Asks once; false when it was refused and does not count. */
    boolean call() throws Exception;

    @Override
    default void close() throws Exception {}
}
