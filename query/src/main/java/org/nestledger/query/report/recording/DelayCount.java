package org.nestledger.query.report.recording;

/** How many entries were recorded with a delay. */
public record DelayCount(Delay delay, long entries) {}
