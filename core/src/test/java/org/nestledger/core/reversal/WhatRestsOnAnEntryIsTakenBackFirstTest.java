package org.nestledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.reversal.LaterEntriesAreReversedFirstTest.Row;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.Scenario;

/** Where a reversal has a day of its own, what it took back counts until then: nothing is taken from under it before that day. */
class WhatRestsOnAnEntryIsTakenBackFirstTest {

    static List<Row> rows() {
        return Stream.concat(
                        LaterEntriesAreReversedFirstTest.followed().stream(),
                        LaterEntriesAreReversedFirstTest.founded().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEntryStaysUntilTheDayOnWhichWhatRestsOnItIsTakenBack(Row row) {
        DeciderSpec spec = given(row.before(), row.entry());
        long position = spec.position(row.type());
        spec.and(row.next());
        int last =
                spec.when("AmendZone name=N on=2023-12-31").history().events().size() - 1;
        spec.and("ClosePeriod through=2023-12-31 doc=1");
        for (long next = last; next > position; next--) {
            spec.when("ReverseEntry on=2024-01-04 position=" + next).thenRecorded("reversal.EntryReversed");
        }
        Rejection refusal =
                spec.when("ReverseEntry on=2024-01-03 position=" + position).thenRejected(RefusalCode.NOT_LATEST);
        assertThat(refusal.remedy()).isEqualTo("Date it on or after 2024-01-04.");
        assertThat(refusal.figures()).containsEntry("from", "2024-01-04");
        spec.when("ReverseEntry on=2024-01-04 position=" + position).thenRecorded("reversal.EntryReversed");
    }

    @Test
    void whatIsReplacedByAnEntryIsNoLongerInItsWay() {
        DeciderSpec spec = given(
                Scenario.PROJECT,
                "RevisePlannedInvestment project=a plannedInvestment=5CNY on=2023-06-01",
                "ClosePeriod through=2023-12-31 doc=1");
        spec.whenReversed("project.InvestmentPlanRevised", "2024-01-02").thenRecorded("reversal.EntryReversed");
        spec.and("RevisePlannedInvestment project=a plannedInvestment=6CNY on=2024-01-02");
        spec.whenReversed("project.InvestmentPlanRevised").thenRecorded("reversal.EntryReversed");
    }
}
