package org.nestledger.core.log;

/**
 * Where a command's events are.
 *
 * @param commandId the id the events carry in their metadata
 * @param commandHash the hash the events carry in their metadata, empty when they carry none
 * @param firstPosition position of the command's first event
 * @param lastPosition position of the command's last event
 */
public record CommandReceipt(String commandId, String commandHash, long firstPosition, long lastPosition) {}
