package org.nestledger.api.rest;

import org.nestledger.core.decision.RefusalCode;

/**
 * A command that waits for somebody else's approval.
 *
 * @param proposal the id under which it waits
 * @param code that approval is what it needs
 */
public record Waiting(String commandId, long proposal, RefusalCode code, String detail, String remedy) {}
