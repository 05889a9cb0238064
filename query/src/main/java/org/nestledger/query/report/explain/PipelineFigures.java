package org.nestledger.query.report.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.report.explain.FlowSum.Term;

/** What the figures of the pipeline report are, in each of its tables. */
final class PipelineFigures {

    /** The flows that bring a project to a stage. */
    private static final List<Flow> STEPS =
            List.of(Flow.OPENING, Flow.INTRODUCE, Flow.START, Flow.COMPLETE, Flow.PRODUCE, Flow.WITHDRAW);

    /** A move to a stage, of a project of the zones. */
    private static final BiPredicate<Inquiry, Movement> MOVES =
            (inquiry, movement) -> stage(movement.to().account()) != null
                    && inquiry.covers(movement.to().zone());

    private PipelineFigures() {}

    static Optional<Definition> of(List<String> cells) {
        return switch (cells.getFirst()) {
            case "stages" ->
                cells.size() == 3
                        ? named(cells.get(1)).flatMap(stage -> ofStage(stage, cells.get(2)))
                        : Optional.empty();
            case "moves" -> cells.size() == 3 ? move(cells.get(1), cells.get(2)) : Optional.empty();
            case "investment in the period" -> cells.size() == 2 ? invested(cells.get(1)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static @Nullable ProjectStage stage(Account account) {
        return Arrays.stream(ProjectStage.values())
                .filter(stage -> stage.account() == account)
                .findFirst()
                .orElse(null);
    }

    private static Optional<ProjectStage> named(String name) {
        return Arrays.stream(ProjectStage.values())
                .filter(stage -> stage.name().equals(name))
                .findFirst();
    }

    /** Of the report of the stages on a day. */
    static Optional<Definition> ofDay(String stage, String item) {
        return named(stage).flatMap(at -> switch (item) {
            case "projects" -> ofStage(at, "closing");
            case "planned", "made" -> ofStage(at, item);
            default -> Optional.empty();
        });
    }

    private static Optional<Definition> ofStage(ProjectStage stage, String item) {
        return switch (item) {
            case "opening" ->
                count(
                        "projects that stood there when the period began",
                        stage,
                        false,
                        (inquiry, side) -> inquiry.isBefore(side.movement()));
            case "came" ->
                count(
                        "projects that came to it in the period",
                        stage,
                        false,
                        (inquiry, side) -> side.to() && !inquiry.isBefore(side.movement()));
            case "left" ->
                count(
                        "projects that left it in the period",
                        stage,
                        true,
                        (inquiry, side) -> !side.to() && !inquiry.isBefore(side.movement()));
            case "closing" -> count("projects that stand there at the end", stage, false, (_, _) -> true);
            case "planned" -> Optional.of(new StageInvestment(stage, true));
            case "made" -> Optional.of(new StageInvestment(stage, false));
            default -> Optional.empty();
        };
    }

    private static Optional<Definition> count(
            String formula, ProjectStage stage, boolean leaving, BiPredicate<Inquiry, Side> which) {
        BiPredicate<Inquiry, Side> moves = (inquiry, side) -> MOVES.test(inquiry, side.movement())
                && !side.movement().occurredOn().isAfter(inquiry.day());
        return Optional.of(new AccountSum(formula, List.of(stage.account()), leaving, moves.and(which)));
    }

    /** @param from empty for projects that were at no stage before */
    private static Optional<Definition> move(String from, String to) {
        if (named(to).isEmpty() || (!from.isEmpty() && named(from).isEmpty())) {
            return Optional.empty();
        }
        BiPredicate<Inquiry, Movement> moves = MOVES.and((inquiry, movement) -> !inquiry.isBefore(movement)
                && !movement.occurredOn().isAfter(inquiry.day())
                && name(movement.from().account()).equals(from)
                && name(movement.to().account()).equals(to));
        return Optional.of(new FlowSum(
                "projects that came to " + to + " from " + (from.isEmpty() ? "outside" : from) + " in the period",
                STEPS.stream().map(Term::plus).toList(),
                moves));
    }

    private static String name(Account account) {
        ProjectStage stage = stage(account);
        return stage == null ? "" : stage.name();
    }

    private static Optional<Definition> invested(String item) {
        BiPredicate<Inquiry, Movement> inPeriod =
                (inquiry, movement) -> inquiry.covers(movement.to().zone()) && inquiry.inPeriod(movement.occurredOn());
        return switch (item) {
            case "planned" ->
                Optional.of(FlowSum.of("what plans became in the period", inPeriod, Term.plus(Flow.PLEDGE)));
            case "made" -> Optional.of(FlowSum.of("invested in the period", inPeriod, Term.plus(Flow.INVEST)));
            default -> Optional.empty();
        };
    }

    /** The moves of some projects to and from stages, which say where each stands. */
    static Stream<Evidence.Posted> moves(Inquiry inquiry) {
        return inquiry.evidence()
                .movements(STEPS.toArray(Flow[]::new))
                .filter(posted -> MOVES.test(inquiry, posted.movement()))
                .filter(posted -> !posted.movement().occurredOn().isAfter(inquiry.day()));
    }

    static Lookup lookup() {
        return Lookup.flowed(STEPS.toArray(Flow[]::new));
    }
}
