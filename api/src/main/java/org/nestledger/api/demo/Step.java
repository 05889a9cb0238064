package org.nestledger.api.demo;

import java.time.Instant;
import org.nestledger.core.decision.LedgerCommand;

/**
 * One command of the demonstration and when it is recorded.
 *
 * @param sequence orders steps of the same instant as they were planned
 */
record Step(Instant recordedAt, int sequence, LedgerCommand command) {}
