package org.nestledger.query.report.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.project.ProjectEvent;
import org.nestledger.core.project.ProjectEvent.ConstructionCompleted;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.core.supply.SupplyTerms;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.report.explain.Evidence.Standing;
import org.nestledger.query.report.explain.Explanation.DaysSince;

/**
 * How late a step of a supply's project is, or was when it was taken.
 *
 * @param list the table that the supply stands in
 */
record SupplyDaysLate(String supply, SupplyList list, Step step) implements Definition {

    /** What a contract of supply agrees a day for. */
    enum Step {
        START("start", ConstructionStarted.class, ProjectStage.INTRODUCED) {
            @Override
            @Nullable
            LocalDate agreed(SupplyTerms terms) {
                return terms.agreedStart();
            }
        },
        COMPLETION("completion", ConstructionCompleted.class, ProjectStage.BUILDING) {
            @Override
            @Nullable
            LocalDate agreed(SupplyTerms terms) {
                return terms.agreedCompletion();
            }
        };

        private final String words;
        private final Class<? extends ProjectEvent> taken;
        private final ProjectStage from;

        Step(String words, Class<? extends ProjectEvent> taken, ProjectStage from) {
            this.words = words;
            this.taken = taken;
            this.from = from;
        }

        /** Whether it was taken before the project's books were opened, on a day that nobody stated. */
        boolean isOfUnknownDay(SupplyCourse course) {
            return course.isPast(from) && course.step(taken).isEmpty();
        }

        abstract @Nullable LocalDate agreed(SupplyTerms terms);
    }

    @Override
    public String formula() {
        return "days from the agreed " + step.words + " " + list.words()
                + " to the day of it, or to the report's while there is none; 0 when it is in time";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return SupplyFigures.isOf(supply, event);
    }

    @Override
    public List<Lookup> lookups(Asked asked) {
        return List.of(SupplyFigures.lookup(supply));
    }

    @Override
    public Optional<Explanation> explain(Inquiry inquiry) {
        return SupplyCourse.of(inquiry, supply)
                .filter(course -> list.lists(course, inquiry.day()))
                .filter(course -> !step.isOfUnknownDay(course))
                .flatMap(course -> Optional.ofNullable(
                                step.agreed(course.contract().event().terms()))
                        .map(agreed -> late(inquiry, course, agreed)));
    }

    private Explanation late(Inquiry inquiry, SupplyCourse course, LocalDate agreed) {
        Optional<Standing<LedgerEvent>> taken = course.step(step.taken);
        LocalDate last = taken.map(each -> each.event().occurredOn()).orElseGet(inquiry::day);
        String words = "days from " + agreed + ", the agreed " + step.words + " " + list.words() + ", to " + last
                + (taken.isPresent() ? ", the day of it" : ", the day of the report, since there was none until then")
                + (last.isBefore(agreed) ? "; 0 since that is in time" : "");
        Stream<Entry> of = taken.stream()
                .map(each -> Entry.of(each, null, course.contract().event().project()));
        return new DaysSince(
                inquiry.head(Amounts.DAYS, words),
                agreed,
                last,
                Stream.concat(Stream.of(course.contractEntry()), of).toList(),
                course.basis(inquiry, course.rescinded()));
    }
}
