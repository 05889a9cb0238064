package org.nestledger.api.rest;

import java.util.List;

/**
 * All of the ledger that an answer is of: a question that is asked twice of the same moment has the same answer, byte for
 * byte.
 *
 * @param log the log's name
 * @param models tells the read models from those that replace them
 * @param positions the last records that count
 * @param signed the largest signed checkpoint within them, for an answer that shows checkpoints; otherwise 0
 * @param lasting whether nothing that is recorded or signed later changes the answer
 */
record ReadMoment(String log, long models, List<Long> positions, long signed, boolean lasting) {}
