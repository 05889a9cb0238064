package org.nestledger.api.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.Proposal;
import org.nestledger.api.database.Proposals;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.ledger.CommandReader;
import org.nestledger.core.ledger.CommandTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.ledger.Submission;
import org.springframework.stereotype.Component;

/** Where commands lie that wait for somebody else's approval. */
@Component
final class ProposedCommands {

    private final Proposals proposals;
    private final Clock clock;

    ProposedCommands(LedgerRuntime runtime, Clock clock) {
        this.clock = clock;
        proposals = new Proposals(runtime.database().requests());
    }

    /**
     * Puts a command there, once.
     *
     * @throws ProblemException when its id stands for another command
     */
    Proposal keep(Submission submission) {
        Proposal proposal = Proposal.waiting(
                submission.commandId(),
                CommandTypes.name(submission.command().getClass()),
                LedgerJson.mapper().writeValueAsString(submission.command()),
                submission.command().zone(),
                submission.sender().actor(),
                clock.instant());
        Proposal kept = proposals.keep(proposal);
        if (!kept.isOf(proposal)) {
            throw new ProblemException(Problem.of(Rejection.of(
                            RefusalCode.COMMAND_ID_REUSED,
                            "The command id was used before with another body.",
                            "Choose a new id for a new command.")
                    .with("commandId", submission.commandId())));
        }
        return kept;
    }

    Optional<Proposal> find(long id) {
        return proposals.byId(id);
    }

    List<Proposal> latest(@Nullable String zone, Proposal.@Nullable State state, long before, int limit) {
        return proposals.latest(zone, state, before, limit);
    }

    /** The command of a proposal, given by who proposed it, and approved by this one. */
    Submission submission(Proposal proposal, @Nullable String approvedBy) {
        byte[] body = proposal.body().getBytes(StandardCharsets.UTF_8);
        return switch (CommandReader.read(proposal.command(), proposal.commandId(), body)) {
            case CommandReader.Understood(String id, LedgerCommand command) ->
                new Submission(id, command, new Sender(proposal.actor(), Set.of(), approvedBy));
            case CommandReader.NotUnderstood(Rejection rejection) -> throw new ProblemException(Problem.of(rejection));
        };
    }

    boolean decide(Proposal proposal, Proposal.State state, String by) {
        return proposals.decide(proposal.id(), state, by, clock.instant());
    }
}
