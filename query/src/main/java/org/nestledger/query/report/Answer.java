package org.nestledger.query.report;

/** What a report request leads to. */
public sealed interface Answer<R> {

    record Found<R>(R report) implements Answer<R> {}

    /** There is no such zone, or it was not known yet. */
    record UnknownZone<R>(String zone) implements Answer<R> {}

    /**
     * The read models do not reach that position yet, or the log does not.
     *
     * @param asked the position that was asked for
     * @param reached the last position that the read models hold
     */
    record NotYetKnown<R>(long asked, long reached) implements Answer<R> {}
}
