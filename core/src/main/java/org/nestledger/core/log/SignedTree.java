package org.nestledger.core.log;

/**
 * What a signed checkpoint commits to.
 *
 * @param size how many records, from the first
 * @param root of the Merkle tree over them, in base64 as it stands in the checkpoint
 */
public record SignedTree(long size, String root) {}
