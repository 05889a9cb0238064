package org.nestledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.testing.LegalHistories;
import org.nestledger.query.report.investment.Investment;
import org.nestledger.query.report.investment.InvestmentReport;
import org.nestledger.query.report.land.Land;
import org.nestledger.query.report.land.LandLine;
import org.nestledger.query.report.land.LandReport;
import org.nestledger.query.report.pipeline.Pipeline;
import org.nestledger.query.report.pipeline.PipelineReport;
import org.nestledger.query.report.quota.Quota;
import org.nestledger.query.report.quota.QuotaReport;
import org.nestledger.query.testing.RenamedWorld;
import org.nestledger.query.testing.TestLedger;

/** Whatever happened: what a period opens with and what moved in it give what it closes with, which is the balance. */
class ReportsOfAPeriodAddUpIT {

    private static final List<String> PERIODS = List.of("2022", "2023", "2023-Q1", "2023-Q2", "2023-01", "2023-02");

    private static TestLedger ledger;
    private static int worlds;

    private Reports reports;
    private String zone;

    @BeforeContainer
    static void open() {
        ledger = new TestLedger();
    }

    @AfterContainer
    static void close() {
        ledger.close();
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void ofAnyPeriod(@ForAll("commands") List<String> commands) {
        RenamedWorld world =
                new RenamedWorld("w%03d-".formatted(++worlds), ledger.log().head());
        List<LedgerEvent> events = LegalHistories.of(commands).events();
        ledger.append(events.stream().map(world::event).toArray(LedgerEvent[]::new));
        reports = ledger.caughtUp().queries().reports();
        zone = world.id("city");
        for (String period : PERIODS) {
            AnnualReport annual = report(period, Annual::report);
            landAddsUp(annual, report(period, Land::report));
            quotaAddsUp(annual, report(period, Quota::report));
            pipelineAddsUp(annual, report(period, Pipeline::report));
            investmentAddsUp(annual, report(period, Investment::report));
        }
        assertThat(flows("2023-Q1"))
                .isEqualTo(sum(Stream.of("2023-01", "2023-02", "2023-03").map(this::flows)));
    }

    private static void landAddsUp(AnnualReport annual, LandReport land) {
        for (LandLine line :
                Stream.concat(land.total().stream(), land.byZone().stream()).toList()) {
            BigDecimal moved =
                    line.flows().stream().map(flow -> flow.amount().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(line.opening().decimal().add(moved))
                    .as(line.toString())
                    .isEqualByComparingTo(line.closing().decimal());
        }
        Map<String, BigDecimal> zones = new HashMap<>();
        land.byZone().forEach(line -> zones.merge(line.account(), line.closing().decimal(), BigDecimal::add));
        for (LandLine line : land.total()) {
            assertThat(zones.get(line.account()))
                    .isEqualByComparingTo(line.closing().decimal());
            assertThat(balance(annual, line.account(), null))
                    .isEqualByComparingTo(line.closing().decimal());
        }
    }

    private static void quotaAddsUp(AnnualReport annual, QuotaReport quota) {
        Stream.concat(quota.total().stream(), quota.byZone().stream())
                .forEach(line -> assertThat(Stream.of(line.opening(), line.granted(), line.allocated())
                                .map(Quantity::decimal)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .subtract(line.used().decimal())
                                .subtract(line.lapsed().decimal())
                                .subtract(line.revoked().decimal()))
                        .as(line.toString())
                        .isEqualByComparingTo(line.available().decimal()));
        quota.total().forEach(line -> {
            assertThat(balance(annual, "quota:available", line.quotaYear()))
                    .isEqualByComparingTo(line.available().decimal());
            assertThat(balance(annual, "quota:used", line.quotaYear()))
                    .isEqualByComparingTo(line.usedToDate().decimal());
        });
    }

    private static void pipelineAddsUp(AnnualReport annual, PipelineReport pipeline) {
        assertThat(pipeline.stages().stream()
                        .map(stage -> new StageCount(stage.stage(), stage.closing()))
                        .toList())
                .isEqualTo(annual.pipeline());
        assertThat(pipeline.stages())
                .allSatisfy(stage -> assertThat(stage.opening() + stage.came() - stage.left())
                        .isEqualTo(stage.closing()));
        assertThat(pipeline.moves().stream()
                        .filter(move -> move.from() == null)
                        .mapToLong(move -> move.projects())
                        .sum())
                .isEqualTo(figure(annual, "projects.introduced").longValueExact());
    }

    private static void investmentAddsUp(AnnualReport annual, InvestmentReport investment) {
        assertThat(investment.total().stream().flatMap(part -> part.planned().stream()))
                .containsExactlyInAnyOrderElementsOf(annual.figures().stream()
                        .filter(figure -> figure.measure().equals("investment.planned"))
                        .map(figure -> new Quantity(figure.value(), figure.unit()))
                        .toList());
        Map<String, BigDecimal> total = new HashMap<>();
        investment.total().forEach(part -> part.made().forEach(made -> add(total, made)));
        for (var parts : List.of(investment.byIndustry(), investment.byOrigin(), investment.byMonth())) {
            Map<String, BigDecimal> sums = new HashMap<>();
            parts.forEach(part -> part.made().forEach(made -> add(sums, made)));
            sums.values().removeIf(sum -> sum.signum() == 0);
            assertThat(sums).isEqualTo(total);
        }
    }

    private static void add(Map<String, BigDecimal> sums, Quantity quantity) {
        sums.merge(quantity.unit(), quantity.decimal(), (a, b) -> a.add(b).stripTrailingZeros());
        sums.computeIfPresent(quantity.unit(), (_, sum) -> sum.stripTrailingZeros());
    }

    private Map<String, BigDecimal> flows(String period) {
        Map<String, BigDecimal> flows = new HashMap<>();
        LandReport land = report(period, Land::report);
        land.total()
                .forEach(line -> line.flows()
                        .forEach(flow -> flows.put(
                                line.account() + " " + flow.flow(),
                                flow.amount().decimal())));
        return flows;
    }

    private static Map<String, BigDecimal> sum(Stream<Map<String, BigDecimal>> months) {
        return months
                .flatMap(month -> month.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.reducing(BigDecimal.ZERO, BigDecimal::add))))
                .entrySet()
                .stream()
                .filter(flow -> flow.getValue().signum() != 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        flow -> Quantity.of(flow.getValue(), "mu").decimal()));
    }

    private static BigDecimal balance(AnnualReport annual, String account, Integer quotaYear) {
        return annual.balances().stream()
                .filter(balance -> balance.account().equals(account) && Objects.equals(balance.quotaYear(), quotaYear))
                .map(balance -> balance.balance().decimal())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal figure(AnnualReport annual, String measure) {
        return annual.figures().stream()
                .filter(figure -> figure.measure().equals(measure))
                .map(figure -> new BigDecimal(figure.value()))
                .findFirst()
                .orElseThrow();
    }

    private <R extends Report> R report(String period, ReportMaker<R> maker) {
        var answer = reports.ofPeriod(zone, ReportPeriod.parse(period), null, KnownAt.now(), maker);
        if (answer instanceof Answer.Found<R>(R report)) {
            return report;
        }
        throw new AssertionError(answer.toString());
    }

    @Provide
    Arbitrary<List<String>> commands() {
        return LegalHistories.commands();
    }
}
