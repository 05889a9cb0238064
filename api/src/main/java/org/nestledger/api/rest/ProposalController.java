package org.nestledger.api.rest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.Proposal;
import org.nestledger.api.output.ListColumn;
import org.nestledger.api.security.Identity;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commands that wait for somebody else's approval. */
@RestController
final class ProposalController {

    /** What CSV shows of each. */
    static final List<ListColumn<Proposal>> COLUMNS = List.of(
            ListColumn.number("id", Proposal::id),
            ListColumn.text("zone", Proposal::zone),
            ListColumn.text("command", Proposal::command),
            ListColumn.text("command id", Proposal::commandId),
            ListColumn.text("actor", Proposal::actor),
            ListColumn.text("proposed at", Proposal::proposedAt),
            ListColumn.text("state", Proposal::state),
            ListColumn.text("decided by", Proposal::decidedBy),
            ListColumn.text("decided at", Proposal::decidedAt),
            ListColumn.text("body", Proposal::body));

    private final Ledger ledger;
    private final ProposedCommands proposed;
    private final CommandAnswers answers;

    ProposalController(Ledger ledger, ProposedCommands proposed, CommandAnswers answers) {
        this.ledger = ledger;
        this.proposed = proposed;
        this.answers = answers;
    }

    /** The newest first; those of a zone and of the zones within it, or all. */
    @GetMapping(
            path = "/api/v1/proposals",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<Page<Proposal>> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) Proposal.@Nullable State state,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "100") int limit) {
        int checked = PageRequest.first(limit).limit();
        List<Proposal> found = proposed.latest(zone, state, cursor == null ? Long.MAX_VALUE : cursor, checked);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Page.upTo(checked, found, last -> Long.toString(last.id())));
    }

    /** One of them, and what it would record now if the reader approved it. */
    @GetMapping(path = "/api/v1/proposals/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProposalDetail> one(@PathVariable long id) throws InterruptedException {
        Proposal proposal = found(id);
        Object draft = null;
        if (proposal.state() == Proposal.State.WAITING) {
            try (Ledger trial = ledger.dryRun()) {
                draft = answers.tried(proposed.submission(proposal, null), trial)
                        .getBody();
            }
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ProposalDetail(
                        proposal,
                        draft instanceof Draft would ? would : null,
                        draft instanceof Problem problem ? problem : null));
    }

    /** Agrees to it: the command is given, in the name of who proposed it and with the name of who approves it. */
    @PostMapping(path = "/api/v1/proposals/{id}/approval", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> approve(@PathVariable long id, @RequestParam(defaultValue = "false") boolean awaitCheckpoint)
            throws InterruptedException {
        Proposal proposal = found(id);
        if (proposal.state() == Proposal.State.WITHDRAWN) {
            throw decided(proposal);
        }
        String approver = Identity.current().actor();
        ResponseEntity<Object> answer = answers.given(proposed.submission(proposal, approver), awaitCheckpoint);
        if (answer.getStatusCode().is2xxSuccessful()) {
            proposed.decide(proposal, Proposal.State.APPROVED, approver);
        }
        return answer;
    }

    /** Takes it away unrecorded. Whoever proposed it may, and whoever could approve it. */
    @DeleteMapping("/api/v1/proposals/{id}")
    ResponseEntity<Object> withdraw(@PathVariable long id) {
        Proposal proposal = found(id);
        Identity identity = Identity.current();
        if (!proposal.actor().equals(identity.actor())) {
            requirePermitted(proposed.submission(proposal, null));
        }
        if (!proposed.decide(proposal, Proposal.State.WITHDRAWN, identity.actor())) {
            throw decided(found(id));
        }
        return ResponseEntity.noContent().build();
    }

    private void requirePermitted(Submission submission) {
        try (Ledger trial = ledger.dryRun()) {
            if (trial.submit(submission) instanceof Outcome.Refused(Rejection rejection)
                    && rejection.code() == RefusalCode.NOT_PERMITTED) {
                throw new ProblemException(Problem.of(rejection));
            }
        }
    }

    private Proposal found(long id) {
        return Lookup.found(proposed.find(id), "proposal", Long.toString(id));
    }

    private static ProblemException decided(Proposal proposal) {
        String how = proposal.state() == Proposal.State.APPROVED ? "approved" : "withdrawn";
        return new ProblemException(Problem.of(
                HttpStatus.CONFLICT,
                "ALREADY_DECIDED",
                "The proposal was " + how + " by " + Objects.requireNonNull(proposal.decidedBy()) + ".",
                "Propose the command again if it shall be given."));
    }
}
