package org.nestledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nestledger.core.claim.ClaimCommand.PublishFigure;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.fund.FundEvent.FundingRecorded;
import org.nestledger.core.fund.FundEvent.LandPaid;
import org.nestledger.core.fund.FundEvent.LandPriceRefunded;
import org.nestledger.core.fund.FundingSource;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.ledger.CommandTypes;
import org.nestledger.core.ledger.Decisions;
import org.nestledger.core.portal.PortalEvent.PortalVisitsRecorded;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.service.ServiceEvent.ServiceAgreed;
import org.nestledger.core.service.ServiceEvent.ServiceDelivered;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.zone.ZoneCommand.ClosePeriod;
import org.nestledger.core.zone.ZoneCommand.SetTarget;

/** The demonstration's plan holds together before it meets a database. */
class DemoPlanTest {

    private static final LocalDate YEAR_END = LocalDate.of(2023, 12, 31);

    /** The morning of the publication in the zone. */
    private static final Instant PUBLISHED = Instant.parse("2024-01-02T00:00:00Z");

    private static PlannedYear year;

    @BeforeAll
    static void decide() {
        year = PlannedYear.decided();
    }

    @Test
    void everyCommandIsAcceptedAtTheInstantAtWhichItIsGiven() {
        assertThat(year.refused()).isEmpty();
        assertThat(year.entries()).hasSizeBetween(1_700, 4_000);
    }

    @Test
    void thePlanIsTheSameAtEveryCall() {
        assertThat(ZhaoqingYear.plan()).isEqualTo(ZhaoqingYear.plan());
    }

    @Test
    void everyCommandIsUsedButTheFewThatTheYearDoesNotNeed() {
        Set<String> unused = new TreeSet<>(CommandTypes.byName().keySet());
        year.entries()
                .forEach(
                        entry -> unused.remove(CommandTypes.name(entry.command().getClass())));
        assertThat(unused)
                .containsExactly(
                        "AmendParcel",
                        "AmendZone",
                        "LapseQuota",
                        "RecordSupplyNotice",
                        "ReportCompletion",
                        "ReportStart",
                        "RequireApproval",
                        "RetractFigure",
                        "RevokeQuota",
                        "WithdrawPower");
    }

    @Test
    void whatHappenedBetweenTheEndOfTheYearAndTheClosingIsRecordedBeforeIt() {
        Instant closed = recordedAt(year.commands(ClosePeriod.class).getFirst());
        assertThat(year.entries())
                .filteredOn(entry -> entry.recordedAt().isAfter(PUBLISHED)
                        && entry.events().stream()
                                .anyMatch(event -> !event.occurredOn().isAfter(YEAR_END)))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(entry -> assertThat(entry.recordedAt()).isBeforeOrEqualTo(closed));
    }

    @Test
    void whatTheStatementCountsIsRecordedBeforeItIsPublished() {
        List<Flow> counted = List.of(
                Flow.INTRODUCE,
                Flow.PLEDGE,
                Flow.ACQUIRE,
                Flow.SERVICE,
                Flow.QUOTA_GRANT,
                Flow.SUPPLY,
                Flow.DELEGATE,
                Flow.GRANT,
                Flow.START,
                Flow.VISITS);
        assertThat(year.entries())
                .filteredOn(entry -> entry.recordedAt().isAfter(PUBLISHED))
                .flatExtracting(PlannedYear.Entry::events)
                .flatExtracting(event -> Decisions.fact(1, event).movements())
                .extracting(Movement::flow)
                .doesNotContainAnyElementsOf(counted);
    }

    @Test
    void nothingCountableHappensOnTheLastDayOfTheYear() {
        assertThat(year.facts().standing(LedgerEvent.class))
                .filteredOn(event -> event.occurredOn().equals(YEAR_END))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event).isInstanceOf(PortalVisitsRecorded.class));
    }

    @Test
    void moreThanThirtyProjectsStartUnderPermitsAmongThemThoseOfTheStatement() {
        List<ConstructionStarted> starts = year.facts().standing(ConstructionStarted.class);
        assertThat(starts)
                .hasSize(33)
                .noneMatch(ConstructionStarted::reported)
                .extracting(ConstructionStarted::project)
                .doesNotHaveDuplicates()
                .contains("guorui-xiechuang", "haobo-window-control", "lianfu");
    }

    @Test
    void someStartAfterTheAgreedDayAndSomeSuppliesOfLongAgoHaveNotStarted() {
        List<String> started = year.facts().standing(ConstructionStarted.class).stream()
                .map(ConstructionStarted::project)
                .toList();
        assertThat(year.facts().standing(ConstructionStarted.class))
                .filteredOn(start -> start.occurredOn().isAfter(agreedStart(start.project())))
                .hasSizeBetween(3, 10);
        assertThat(year.facts().standing(LandSupplied.class))
                .filteredOn(supply -> supply.terms().agreedStart() != null
                        && supply.terms().agreedStart().isBefore(LocalDate.of(2021, 12, 31)))
                .hasSize(3)
                .noneMatch(supply -> started.contains(supply.project()));
    }

    @Test
    void theLandBankHasEveryKindOfFundingAndMoneyOnEveryDay() {
        assertThat(year.facts().standing(FundingRecorded.class))
                .extracting(FundingRecorded::source)
                .contains(FundingSource.values());
        assertThat(year.facts()
                        .balances()
                        .total(place -> place.account() == Account.FUND_LAND_BANK)
                        .least(LocalDate.of(2020, 1, 1)))
                .isNotNegative();
    }

    @Test
    void overpaidMoneyIsPaidBackAndSomeDueMoneyIsMissing() {
        assertThat(year.facts().standing(LandPriceRefunded.class))
                .hasSize(2)
                .allSatisfy(refund -> assertThat(year.facts()
                                .balances()
                                .of(Account.RECEIVABLE_LAND_PRICE, refund.supply())
                                .at(YEAR_END))
                        .isZero());
        List<String> paid = year.facts().standing(LandPaid.class).stream()
                .map(LandPaid::supply)
                .toList();
        assertThat(year.facts().standing(LandSupplied.class))
                .filteredOn(supply -> supply.terms().instalments().stream()
                        .anyMatch(instalment ->
                                instalment.dueOn() != null && instalment.dueOn().isBefore(LocalDate.of(2023, 12, 1))))
                .filteredOn(supply -> !paid.contains(supply.supply()))
                .hasSizeBetween(3, 12);
    }

    @Test
    void someServicesAreLateAndSomeAreOpen() {
        List<ServiceDelivered> delivered = year.facts().standing(ServiceDelivered.class);
        assertThat(delivered)
                .anyMatch(done -> done.dueOn() != null && done.occurredOn().isAfter(done.dueOn()))
                .anyMatch(done -> done.dueOn() != null && done.occurredOn().isBefore(done.dueOn()));
        assertThat(year.facts().standing(ServiceAgreed.class)).hasSizeGreaterThan(delivered.size() + 5);
    }

    @Test
    void whatWasRecordedWronglyIsTakenBackAndAfterTheClosingWithADateOfItsOwn() {
        List<EntryReversed> reversals = year.facts().all().stream()
                .map(Fact::event)
                .filter(EntryReversed.class::isInstance)
                .map(EntryReversed.class::cast)
                .toList();
        assertThat(reversals)
                .extracting(EntryReversed::type)
                .contains(
                        "project.InvestmentPlanRevised",
                        "project.ConstructionStarted",
                        "project.MilestoneReached",
                        "project.InvestmentRecorded",
                        "permit.PermitApplied",
                        "service.ServiceDelivered",
                        "land.LandAcquired",
                        "fund.LandPaid");
        assertThat(reversals)
                .filteredOn(reversal -> reversal.restates() != null)
                .singleElement()
                .satisfies(restating -> {
                    assertThat(restating.type()).isEqualTo("fund.LandPaid");
                    assertThat(restating.restates()).isEqualTo("2023-11");
                    assertThat(restating.occurredOn()).isEqualTo(LocalDate.of(2024, 2, 20));
                });
    }

    @Test
    void everyRowOfThePublishedStatementIsAFigureAndTheNextYearHasTargets() {
        assertThat(year.commands(PublishFigure.class))
                .hasSize(18)
                .containsExactlyElementsOf(PublishedStatement.figures());
        assertThat(year.commands(SetTarget.class))
                .hasSizeGreaterThan(4)
                .allSatisfy(target -> assertThat(target.year()).isEqualTo(2024));
    }

    private static LocalDate agreedStart(String project) {
        return year.facts().standing(LandSupplied.class).stream()
                .filter(supply -> supply.project().equals(project))
                .map(supply -> supply.terms().agreedStart())
                .findFirst()
                .orElseThrow();
    }

    private static Instant recordedAt(Object command) {
        return year.entries().stream()
                .filter(entry -> entry.command().equals(command))
                .findFirst()
                .orElseThrow()
                .recordedAt();
    }
}
