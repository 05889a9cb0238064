package org.nestledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.movement.Balance;

/** The members that other programs rely on. */
class AnnualReportJsonTest {

    @Test
    void theReportHasTheAgreedMembers() {
        Figure count = Value.amount(BigDecimal.valueOf(101), "count").figure("projects.introduced", "z", "2023");
        Figure share = Value.quotient(BigDecimal.valueOf(61), BigDecimal.valueOf(101), 100, "percent")
                .figure("projects.introduced.qualified.share", "z", "2023");
        AnnualReport report = new AnnualReport(
                "z",
                2023,
                "2023-Q3",
                LocalDate.of(2023, 12, 30),
                new KnownPosition(7, Instant.parse("2024-01-02T03:04:05.000006Z")),
                List.of(count, share),
                List.of(new Breakdown("steel", 1, List.of(new Quantity("5", "CNY")))),
                List.of(),
                List.of(),
                List.of(new Balance("quota:used", 2023, new Quantity("1.5", "mu"))),
                List.of(new FlowTotal("ACQUIRE", new Quantity("2", "mu"))),
                List.of(new StageCount(ProjectStage.BUILDING, 3)),
                List.of(),
                null);

        String json = LedgerJson.mapper().writeValueAsString(report);

        assertThat(LedgerJson.mapper().readTree(json))
                .isEqualTo(LedgerJson.mapper().readTree("""
                {"zone":"z","year":2023,"period":"2023-Q3","asOf":"2023-12-30",
                 "knownAt":{"position":7,"recordedAt":"2024-01-02T03:04:05.000006Z"},
                 "figures":[
                   {"measure":"projects.introduced","subject":"z","period":"2023","value":"101","unit":"count"},
                   {"measure":"projects.introduced.qualified.share","subject":"z","period":"2023",
                    "value":"60.39604","unit":"percent","ratio":{"numerator":61,"denominator":101}}],
                 "byIndustry":[{"key":"steel","introduced":1,"planned":[{"value":"5","unit":"CNY"}]}],
                 "byOrigin":[],"byMonth":[],
                 "balances":[{"account":"quota:used","quotaYear":2023,"balance":{"value":"1.5","unit":"mu"}}],
                 "flows":[{"flow":"ACQUIRE","amount":{"value":"2","unit":"mu"}}],
                 "pipeline":[{"stage":"BUILDING","projects":3}],
                 "targets":[]}"""));
    }

    @Test
    void quotientsAreRoundedHalfUpToSixDecimals() {
        assertThat(rounded(1, 3)).isEqualTo("0.333333");
        assertThat(rounded(2, 3)).isEqualTo("0.666667");
        assertThat(rounded(1, 2_000_000)).isEqualTo("0.000001");
        assertThat(rounded(1, 2_000_001)).isEqualTo("0");
        assertThat(rounded(365, 365)).isEqualTo("1");
    }

    @Test
    void knownAtIsAPositionOrAnInstant() {
        assertThat(KnownAt.parse("12")).isEqualTo(KnownAt.position(12));
        assertThat(KnownAt.parse("2024-01-02T00:00:00Z"))
                .isEqualTo(KnownAt.instant(Instant.parse("2024-01-02T00:00:00Z")));
        assertThatThrownBy(() -> KnownAt.parse("yesterday"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither a position like 1234 nor an instant");
    }

    @Test
    void everyMeasureSaysWhatItIs() {
        assertThat(Measures.all()).extracting(Measure::code).doesNotHaveDuplicates();
        assertThat(Measures.all())
                .allSatisfy(measure -> assertThat(List.of(
                                measure.formula(),
                                measure.date(),
                                measure.counts(),
                                measure.reversal(),
                                measure.unit()))
                        .noneMatch(String::isBlank));
    }

    private static String rounded(long numerator, long denominator) {
        return Value.quotient(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), 1, "days/project")
                .figure("m", "z", "2023")
                .value();
    }
}
