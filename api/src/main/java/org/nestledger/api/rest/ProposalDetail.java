package org.nestledger.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.Proposal;

/**
 * A proposal with what it would record now.
 *
 * @param draft absent when it does not wait, or would be refused
 * @param problem why it would be refused now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalDetail(
        Proposal proposal, @Nullable Draft draft, @Nullable Problem problem) {}
