package org.nestledger.query.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.nestledger.core.claim.StatedPeriod;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.History;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.core.testing.Scenario;

/** What is listed for figures of every kind, by the events alone. */
class WhatAFigureIsMadeOfTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    /** The zones have positions 1 to 5. */
    private static final String YEAR = Scenario.ZONES + """
            RegisterParcel parcel=p area=200mu on=2023-01-01
            AcquireLand parcel=p area=60mu on=2023-02-01
            AcquireLand parcel=p area=40mu on=2023-02-02
            ReverseEntry position=8
            AcquireLand parcel=p area=80mu on=2023-02-03
            RegisterParcel zone=sub parcel=q area=50mu on=2023-01-01
            AcquireLand zone=sub parcel=q area=30mu on=2023-03-01
            RegisterParcel zone=peer parcel=r area=500mu on=2023-01-01
            AcquireLand zone=peer parcel=r area=300mu on=2023-02-01
            RegisterEnterprise enterprise=e on=2023-01-01
            QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-02-01
            IntroduceProject project=a enterprise=e landNeed=70mu plannedInvestment=500CNY on=2023-03-01
            IntroduceProject project=b landNeed=70mu on=2023-03-02
            RevisePlannedInvestment project=a plannedInvestment=600CNY on=2023-04-01
            GrantQuota year=2023 area=150mu on=2023-01-10 doc=1
            ServiceLand parcel=p area=80mu on=2023-03-01
            ConvertLand parcel=p area=60mu quotaZone=z quotaYear=2023 on=2023-03-01 doc=2
            SupplyLand parcel=p project=a supply=s area=40mu on=2023-06-01
            SupplyLand parcel=p project=b supply=t area=10mu on=2023-06-02
            RescindSupply supply=s area=5mu on=2023-06-03
            RescindSupply supply=t on=2023-06-04
            """;

    /** From position 27 on; the construction permit is applied for twice, first in vain. */
    private static final String PERMITS = """
            ApplyForPermit project=a permit=x kind=CONSTRUCTION on=2023-06-01
            RefusePermit project=a permit=x on=2023-06-01
            ApplyForPermit project=a permit=a2 kind=LAND_USE_PLANNING on=2023-06-03
            ApplyForPermit project=a permit=a1 kind=REAL_ESTATE on=2023-06-04
            ApplyForPermit project=a permit=a3 kind=CONSTRUCTION_PLANNING on=2023-06-04
            ApplyForPermit project=a permit=a4 kind=CONSTRUCTION on=2023-06-05
            GrantPermit project=a permit=a1 authority=city on=2023-06-10
            GrantPermit project=a permit=a2 authority=city on=2023-06-11
            GrantPermit project=a permit=a3 authority=city on=2023-06-12
            GrantPermit project=a permit=a4 authority=city on=2023-06-13
            """;

    static final List<RecordedEvent> LOG = recorded(YEAR + PERMITS);

    static List<RecordedEvent> recorded(String commands) {
        History history = new History();
        commands.lines()
                .forEach(line -> assertThat(history.record(CommandLine.parse(line), LegalHistories.NOW))
                        .as(line)
                        .isInstanceOf(Accepted.class));
        return history.all().all().stream()
                .map(WhatAFigureIsMadeOfTest::recorded)
                .toList();
    }

    private static RecordedEvent recorded(Fact fact) {
        String type = EventName.of(fact.event().getClass());
        int version = EventName.version(fact.event().getClass());
        return new RecordedEvent(
                fact.position(),
                Instant.EPOCH,
                "id-" + fact.position(),
                type,
                version,
                Instant.EPOCH,
                List.of(),
                Map.of(),
                fact.event(),
                version,
                0);
    }

    private static Optional<Explanation> explain(
            String measure, String subject, String unit, LocalDate asOf, long knownAt) {
        return explain(LOG, new Asked(measure, subject, StatedPeriod.of("2023"), unit, asOf, knownAt));
    }

    private static Optional<Explanation> explain(List<RecordedEvent> log, Asked asked) {
        return Explainer.explain(asked, Evidence.of(log, asked.asOf(), asked.knownAt()));
    }

    private static Explanation explain(String measure, String subject, String unit) {
        return explain(measure, subject, unit, END, LOG.size()).orElseThrow();
    }

    private static String value(Explanation explained) {
        return Recount.figure(explained).value();
    }

    private static List<Long> positions(List<Entry> entries) {
        return entries.stream().map(Entry::position).toList();
    }

    @Test
    void aSumListsItsMovementsAndTheirReversals() {
        Explanation acquired = explain("land.acquired", "z", "mu");
        assertThat(positions(acquired.entries())).containsExactly(7L, 8L, 9L, 10L, 12L);
        assertThat(acquired.entries().get(2).reverses()).isEqualTo(8);
        assertThat(acquired.entries().get(2).amount()).isEqualTo(new Amount(-40_000_000, "mu"));
        assertThat(value(acquired)).isEqualTo("170");
    }

    @Test
    void aZoneBelowIsThereWithItsDesignation() {
        assertThat(positions(explain("land.acquired", "z", "mu").basis())).containsExactly(4L);
        Asked asked = new Asked("land.acquired", "z", StatedPeriod.of("2023"), "mu", END, LOG.size());
        Predicate<RecordedEvent> designation = recorded -> recorded.position() == 4;
        List<RecordedEvent> without = LOG.stream().filter(designation.negate()).toList();
        assertThat(value(explain(without, asked).orElseThrow())).isEqualTo("140");
    }

    @Test
    void whatIsDatedOrRecordedLaterDoesNotCount() {
        assertThat(value(explain("land.acquired", "z", "mu", LocalDate.of(2023, 2, 2), LOG.size())
                        .orElseThrow()))
                .isEqualTo("60");
        assertThat(value(explain("land.acquired", "z", "mu", END, 8).orElseThrow()))
                .isEqualTo("100");
        assertThat(value(explain("land.acquired", "z", "mu", END, 6).orElseThrow()))
                .isEqualTo("0");
    }

    @Test
    void plansAreListedWithTheIntroductionsThatMakeThemCount() {
        Explanation planned = explain("investment.planned", "z", "CNY");
        assertThat(value(planned)).isEqualTo("600");
        assertThat(planned.entries())
                .extracting(entry -> entry.position() + " " + entry.flow() + " " + entry.entity())
                .containsExactly("17 INTRODUCE a", "17 PLEDGE a", "19 PLEDGE a");
        assertThat(explain("investment.planned", "z", "USD", END, LOG.size())).isEmpty();
    }

    @Test
    void aQualifiedProjectIsListedWithItsDescriptionAndTheRecognition() {
        Explanation qualified = explain("projects.introduced.qualified", "z", "count");
        assertThat(value(qualified)).isEqualTo("1");
        assertThat(positions(qualified.entries())).containsExactly(17L, 17L, 16L);
        assertThat(qualified.entries()).extracting(Entry::entity).containsOnly("a");
    }

    @Test
    void aProjectFromWhichAllWasTakenBackIsNotListed() {
        Explanation supplied = explain("projects.supplied", "z", "count");
        assertThat(value(supplied)).isEqualTo("1");
        assertThat(positions(supplied.entries())).containsExactly(23L, 25L);
        assertThat(positions(explain("land.supplied", "z", "mu").entries())).containsExactly(23L, 24L);
    }

    @Test
    void aPercentageListsBothSides() {
        Explanation met = explain("supply.need-met", "z", "percent");
        assertThat(value(met)).isEqualTo("50");
        assertThat(met.parts()).extracting(Explanation.Part::name).containsExactly("numerator", "denominator");
        assertThat(positions(met.parts().get(0).explanation().entries())).containsExactly(23L, 25L);
        assertThat(positions(met.parts().get(1).explanation().entries())).containsExactly(17L);
        assertThat(value(explain("projects.introduced.qualified.share", "z", "percent")))
                .isEqualTo("50");
    }

    @Test
    void anIntervalListsWhatItDividesBy() {
        Explanation interval = explain("projects.introduced.interval", "z", "days/project");
        assertThat(value(interval)).isEqualTo("182.5");
        assertThat(positions(interval.entries())).containsExactly(17L, 18L);
    }

    @Test
    void aRankListsEveryZoneThatHasData() {
        Explanation rank = explain("land.acquired.rank", "z", "rank");
        assertThat(value(rank)).isEqualTo("2");
        assertThat(rank.parts())
                .extracting(part -> part.explanation().head().subject() + " " + value(part.explanation()))
                .containsExactly("peer 300", "z 170");
        assertThat(positions(rank.basis())).containsExactlyInAnyOrder(1L, 3L, 4L, 5L);
        assertThat(value(explain("land.acquired.ranked", "z", "count"))).isEqualTo("2");
        assertThat(value(explain("land.serviced.ranked", "z", "count"))).isEqualTo("1");
        assertThat(explain("land.serviced.rank", "peer", "rank", END, LOG.size()))
                .isEmpty();
        assertThat(explain("land.acquired.rank", "city", "rank", END, LOG.size()))
                .isEmpty();
    }

    @Test
    void aDurationListsTheFirstApplicationNotRefusedAndTheGrants() {
        Explanation fastest = explain("permits.four-certificates.fastest", "a", "days");
        assertThat(value(fastest)).isEqualTo("11");
        assertThat(fastest.entries())
                .extracting(Entry::type)
                .containsExactly(
                        "permit.PermitApplied",
                        "permit.PermitGranted",
                        "permit.PermitGranted",
                        "permit.PermitGranted",
                        "permit.PermitGranted");
        assertThat(positions(fastest.entries())).containsExactly(29L, 33L, 34L, 35L, 36L);
        assertThat(positions(fastest.basis())).containsExactly(17L);
        assertThat(value(explain("permits.four-certificates.rank", "a", "rank")))
                .isEqualTo("1");
        assertThat(explain("permits.four-certificates.fastest", "b", "days", END, LOG.size()))
                .isEmpty();
        assertThat(explain("permits.four-certificates.fastest", "a", "days", LocalDate.of(2023, 6, 12), LOG.size()))
                .isEmpty();
    }
}
