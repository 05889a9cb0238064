package org.nestledger.api.demo;

import java.time.Instant;

/**
 * One command of the demonstration and when it is recorded.
 *
 * @param sequence the order in which steps were planned, which names them and orders those of the same instant
 */
record Step(Instant recordedAt, int sequence, Order order) {}
