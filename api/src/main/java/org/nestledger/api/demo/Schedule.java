package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerCommand;

/** Plans when each fact is recorded: some time after it happened, in office hours, and after what it builds on. */
final class Schedule {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Before this day the ledger did not exist; older facts were recorded in its first days. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 3);

    /** By this evening everything that the year's published figures count was recorded. */
    private static final LocalDate LAST_DAY = LocalDate.of(2023, 12, 30);

    private final List<Step> steps = new ArrayList<>();
    private final Dice dice;
    private Instant opened = FIRST_DAY.atTime(9, 0).atZone(SHANGHAI).toInstant();

    Schedule(Dice dice) {
        this.dice = dice;
    }

    /** Recorded in the ledger's first days, in the order given. */
    Instant opening(LedgerCommand command) {
        opened = opened.plusSeconds(dice.between(20, 90));
        return add(opened, new Order.Give(command));
    }

    /** Recorded a few days after it happened, now and then weeks, and always after what it builds on. */
    Instant fact(LocalDate occurredOn, LedgerCommand command, Instant... after) {
        int delay = dice.oneIn(12) ? dice.between(25, 55) : dice.between(0, 6);
        LocalDate day = occurredOn.plusDays(delay);
        return at(day.isAfter(LAST_DAY) ? LAST_DAY : day, command, after);
    }

    /** Recorded within three days, and after what it builds on. */
    Instant promptly(LocalDate occurredOn, LedgerCommand command, Instant... after) {
        LocalDate day = occurredOn.plusDays(dice.between(0, 2));
        return at(day.isAfter(LAST_DAY) ? LAST_DAY : day, command, after);
    }

    /** Recorded on this day, or once what it builds on is recorded. */
    Instant at(LocalDate day, LedgerCommand command, Instant... after) {
        return at(day, new Order.Give(command), after);
    }

    /** Recorded in one go on this day, in the order given. */
    void together(LocalDate day, List<? extends LedgerCommand> commands) {
        Instant at = day.atTime(dice.between(9, 15), dice.between(0, 59))
                .atZone(SHANGHAI)
                .toInstant();
        for (LedgerCommand command : commands) {
            at = at.plusSeconds(dice.between(40, 120));
            add(at, new Order.Give(command));
        }
    }

    /**
     * Takes back what this command recorded last.
     *
     * @param occurredOn the reversal's own date, which counts when the original's lies in a closed period by then
     */
    Instant takeBack(LocalDate day, LedgerCommand wrong, String reason, @Nullable LocalDate occurredOn) {
        Step step = steps.stream()
                .filter(earlier -> earlier.order() instanceof Order.Give(LedgerCommand given) && given.equals(wrong))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalStateException("nothing to take back: " + wrong));
        return at(
                day,
                new Order.TakeBack(
                        wrong.zone(),
                        step.sequence(),
                        reason,
                        occurredOn,
                        step.order().by()),
                step.recordedAt());
    }

    private Instant at(LocalDate day, Order order, Instant... after) {
        LocalDate notBefore = day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
        LocalTime time = LocalTime.of(dice.between(9, 17), dice.between(0, 59), dice.between(0, 59));
        Instant at = notBefore.atTime(time).atZone(SHANGHAI).toInstant();
        for (Instant earlier : after) {
            if (!at.isAfter(earlier)) {
                at = earlier.plusSeconds(dice.between(60, 900));
            }
        }
        return add(at, order);
    }

    private Instant add(Instant at, Order order) {
        steps.add(new Step(at, steps.size(), order));
        return at;
    }

    /**
     * Recorded wrongly on this day, taken back some days later, and recorded as it was.
     *
     * @param wrong cannot be told from the truth when it is recorded
     * @param right its recording is what others build on
     */
    Instant mistaken(LocalDate day, LedgerCommand wrong, String reason, LedgerCommand right, Instant... after) {
        at(day, wrong, after);
        Instant takenBack = takeBack(day.plusDays(dice.between(4, 12)), wrong, reason, null);
        return at(day, right, takenBack);
    }

    /** All steps in the order in which they are recorded. */
    List<Step> steps() {
        return steps.stream()
                .sorted(Comparator.comparing(Step::recordedAt).thenComparingInt(Step::sequence))
                .toList();
    }
}
