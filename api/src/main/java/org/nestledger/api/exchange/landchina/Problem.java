package org.nestledger.api.exchange.landchina;

import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.RefusalCode;

/**
 * What is wrong with one cell of a row.
 *
 * @param field the heading as the file writes it
 * @param value what stands there; absent when it may name a person
 */
public record Problem(
        String field,
        RefusalCode code,
        String reason,
        String remedy,
        @Nullable String value) {}
