package org.nestledger.core.log.race;

/** An event as a reader of the log saw it. */
public record Seen(long position, String type, Claim claim) {}
