package org.nestledger.core.log;

/** What must not have happened for an append to be written: an event after the marker that meets the criteria. */
record Precondition(Criteria criteria, long marker) {}
