package org.nestledger.core.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.claim.ClaimCommand.PublishFigure;
import org.nestledger.core.claim.ClaimCommand.RetractFigure;
import org.nestledger.core.claim.ClaimEvent.FigurePublished;
import org.nestledger.core.claim.ClaimEvent.FigureRetracted;
import org.nestledger.core.claim.Precision.Statement;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.MeasureRule;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.zone.Books;

/** Decides about published figures. Whether a figure is true is a question to the reports. */
public final class ClaimDecider implements Decider<ClaimCommand> {

    @Override
    public Boundary boundary(ClaimCommand command) {
        Boundary figure = Books.boundary(command.zone()).and(ClaimEvent.tag(command.figure()), ClaimEvent.class);
        return command instanceof PublishFigure c ? figure.and(Subject.boundary(c.subject())) : figure;
    }

    @Override
    public Decision decide(ClaimCommand command, Facts facts, Moment moment) {
        return switch (command) {
            case PublishFigure c -> publish(c, facts, moment);
            case RetractFigure c -> retract(c, facts, moment);
        };
    }

    private static Decision publish(PublishFigure c, Facts facts, Moment moment) {
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.publishedOn(), moment),
                        () -> Rules.free(published(facts) == null, "a published figure " + c.figure()),
                        () -> Subject.refusal(facts, c),
                        () -> MeasureRule.nameRefusal(c.measure()),
                        () -> MeasureRule.unitRefusal(c.unit()),
                        () -> daysRefusal(c),
                        () -> valueRefusal(c)),
                () -> Decision.accept(new FigurePublished(
                        c.zone(),
                        c.figure(),
                        c.measure(),
                        c.subject(),
                        c.period(),
                        c.value() == null ? null : new Quantity(c.value(), c.unit()).value(),
                        c.unit(),
                        c.precision(),
                        c.phrase(),
                        c.source(),
                        c.statedOn(),
                        c.publishedOn(),
                        c.documents())));
    }

    private static @Nullable Rejection daysRefusal(PublishFigure c) {
        return c.statedOn().isAfter(c.publishedOn())
                ? invalid("\"statedOn\" lies after \"publishedOn\"", "State the day up to which the figure speaks.")
                : null;
    }

    private static @Nullable Rejection valueRefusal(PublishFigure c) {
        boolean statement = c.precision() instanceof Statement;
        String value = c.value();
        if (value == null) {
            return statement ? null : invalid("\"value\" is missing", "State it, or the precision \"statement\".");
        }
        if (statement) {
            return invalid(
                    "\"value\" is stated of a statement without a number", "Leave it out, or say how it was cut.");
        }
        try {
            return MeasureRule.signRefusal(
                    "value", new Quantity(value, c.unit()), "State the figure as it was published.");
        } catch (InvalidQuantity notPlain) {
            return invalid("\"value\" cannot be taken: " + notPlain.getMessage(), "Correct the field.");
        }
    }

    private static Rejection invalid(String what, String remedy) {
        return Rejection.of(RefusalCode.INVALID_FIELD, what + ".", remedy);
    }

    private static Decision retract(RetractFigure c, Facts facts, Moment moment) {
        FigurePublished published = published(facts);
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> published == null
                                ? Rejection.of(
                                        RefusalCode.UNKNOWN_FIGURE,
                                        "There is no published figure " + c.figure() + ".",
                                        "Correct the id.")
                                : retractable(c, published, facts)),
                () -> Decision.accept(
                        new FigureRetracted(c.zone(), c.figure(), c.reason(), c.occurredOn(), c.documents())));
    }

    private static @Nullable Rejection retractable(RetractFigure c, FigurePublished published, Facts facts) {
        if (!published.zone().equals(c.zone())) {
            return Rejection.of(
                    RefusalCode.WRONG_ZONE,
                    "Figure " + c.figure() + " is in the books of zone " + published.zone() + ".",
                    "Name that zone.");
        }
        if (!facts.standing(FigureRetracted.class).isEmpty()) {
            return Rejection.of(
                    RefusalCode.ALREADY_RETRACTED,
                    "Figure " + c.figure() + " was retracted before.",
                    "Nothing more is to do.");
        }
        return Rules.latest(published.publishedOn(), c.occurredOn());
    }

    private static @Nullable FigurePublished published(Facts facts) {
        return facts.standing(FigurePublished.class).stream().findFirst().orElse(null);
    }
}
