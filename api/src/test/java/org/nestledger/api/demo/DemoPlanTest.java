package org.nestledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.Decisions;
import org.nestledger.core.ledger.EventTypes;

/** The demonstration's plan holds together before it meets a database. */
class DemoPlanTest {

    @Test
    void everyCommandIsAcceptedAtTheInstantAtWhichItIsGiven() {
        List<Fact> facts = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Step step : ZhaoqingYear.plan()) {
            Boundary boundary = Decisions.boundary(step.command());
            Facts within = Facts.of(facts.stream()
                    .filter(fact -> matches(boundary, fact.event()))
                    .toList());
            switch (Decisions.decide(step.command(), within, new Moment(step.recordedAt()))) {
                case Decision.Accepted accepted ->
                    accepted.events().forEach(event -> facts.add(Decisions.fact(facts.size() + 1L, event)));
                case Rejection refusal -> refused.add(step.command() + ": " + refusal);
            }
        }
        assertThat(refused).isEmpty();
        assertThat(facts).hasSizeGreaterThan(700);
    }

    @Test
    void thePlanIsTheSameAtEveryCall() {
        assertThat(ZhaoqingYear.plan()).isEqualTo(ZhaoqingYear.plan());
    }

    @Test
    void someFactsAreRecordedWeeksAfterTheyHappened() {
        Instant last = ZhaoqingYear.plan().getLast().recordedAt();
        assertThat(last).isAfter(Instant.parse("2024-01-08T00:00:00Z"));
    }

    private static boolean matches(Boundary boundary, LedgerEvent event) {
        List<String> tags = EventTypes.tags(event);
        String type = EventName.of(event.getClass());
        return boundary.criteria().stream()
                .anyMatch(criterion ->
                        tags.contains(criterion.tag()) && criterion.types().contains(type));
    }
}
