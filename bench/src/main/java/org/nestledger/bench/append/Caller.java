package org.nestledger.bench.append;

/** One of many who append at the same time, each one append after the other. */
interface Caller extends AutoCloseable {

    /** Appends once; false when the append was refused because of its condition. */
    boolean append() throws Exception;

    @Override
    default void close() throws Exception {}
}
