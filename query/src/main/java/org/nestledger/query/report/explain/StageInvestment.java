package org.nestledger.query.report.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.report.explain.Evidence.Posted;

/**
 * The plans of the projects that stand at a stage, or what was invested in them.
 *
 * @param planned which of the two
 */
record StageInvestment(ProjectStage stage, boolean planned) implements Definition {

    @Override
    public String formula() {
        return (planned ? "plans of" : "investment until the end in") + " the projects that stand there at the end";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return Interest.about(ProjectEvent.class, OpeningProjectRecorded.class).test(event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(PipelineFigures.lookup(), Lookup.projects(Flow.OPENING, Flow.INTRODUCE));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return inquiry.of(Counted.MONEY).map(this::sum);
    }

    private Explanation sum(Inquiry inquiry) {
        Map<String, List<Posted>> standing = standing(inquiry);
        Account account = planned ? Account.INVESTMENT_PLANNED : Account.INVESTMENT_MADE;
        List<Entry> entries = inquiry.posted()
                .filter(posted -> posted.movement().to().account() == account)
                .filter(posted -> !posted.movement().occurredOn().isAfter(inquiry.day()))
                .filter(posted -> standing.containsKey(
                        String.valueOf(posted.movement().to().project())))
                .map(posted -> Entry.of(posted, posted.movement().to().project()))
                .toList();
        List<Entry> reasons = new ArrayList<>();
        entries.stream()
                .map(entry -> String.valueOf(entry.entity()))
                .distinct()
                .forEach(project -> standing.getOrDefault(project, List.of())
                        .forEach(posted -> reasons.add(Entry.of(posted, project))));
        return inquiry.sum(entries, reasons);
    }

    /** The projects that stand at the stage, with all their moves. */
    private Map<String, List<Posted>> standing(Inquiry inquiry) {
        Map<String, List<Posted>> moves = new LinkedHashMap<>();
        PipelineFigures.moves(inquiry)
                .forEach(posted -> moves.computeIfAbsent(
                                String.valueOf(posted.movement().to().project()), _ -> new ArrayList<>())
                        .add(posted));
        moves.values().removeIf(of -> stood(of) <= 0);
        return moves;
    }

    private long stood(List<Posted> moves) {
        return Side.of(moves.stream())
                .filter(side -> side.account() == stage.account())
                .mapToLong(side -> side.to()
                        ? side.movement().amount()
                        : Math.negateExact(side.movement().amount()))
                .sum();
    }
}
