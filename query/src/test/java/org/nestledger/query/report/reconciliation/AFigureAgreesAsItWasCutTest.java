package org.nestledger.query.report.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.claim.Precision;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.Ratio;
import org.nestledger.query.report.reconciliation.Verdict.AgreesAsPublished;
import org.nestledger.query.report.reconciliation.Verdict.Differs;

class AFigureAgreesAsItWasCutTest {

    @ParameterizedTest
    @CsvSource({
        "8505,1,         8505,        exact,        AGREES",
        "8505,1,         8505.0,      exact,        AGREES",
        "8505,1,         8504,        exact,        DIFFERS",
        "31100000000,1,  31100000000, rounded:-8,   AGREES",
        "31149999999,1,  31100000000, rounded:-8,   AGREES_AS_PUBLISHED",
        "31150000000,1,  31100000000, rounded:-8,   DIFFERS",
        "31150000000,1,  31200000000, rounded:-8,   AGREES_AS_PUBLISHED",
        "31199999999,1,  31100000000, truncated:-8, AGREES_AS_PUBLISHED",
        "365,101,        3.6,         rounded:1,    AGREES_AS_PUBLISHED",
        "365,60,         6,           rounded:0,    AGREES_AS_PUBLISHED",
        "6100,101,       60.39,       truncated:2,  AGREES_AS_PUBLISHED",
        "6100,101,       60.39,       rounded:2,    DIFFERS",
        "6100,101,       60.39,       exact,        DIFFERS",
        "6100,101,       60.39604,    exact,        DIFFERS",
        "6100,101,       60.4,        rounded:2,    AGREES_AS_PUBLISHED",
        "6100,101,       60.396,      truncated:2,  DIFFERS",
        "1,8,            0.13,        rounded:2,    AGREES_AS_PUBLISHED",
        "30,1,           30,          at-least,     AGREES_AS_PUBLISHED",
        "29,1,           30,          at-least,     DIFFERS",
        "31,1,           30,          more-than,    AGREES_AS_PUBLISHED",
        "30,1,           30,          more-than,    DIFFERS",
        "3000001,100000, 30,          more-than,    AGREES_AS_PUBLISHED",
        "0,1,            0,           exact,        AGREES",
    })
    void theVerdictFollowsFromTheExactNumbers(
            String numerator, String denominator, String published, String precision, String verdict) {
        assertThat(verdict(numerator, denominator, published, precision, "count")
                        .name())
                .isEqualTo(verdict);
    }

    @Test
    void whatAgreesOnlyAsTruncatedIsSaidToDoSo() {
        assertThat(verdict("6100", "101", "60.39", "truncated:2", "percent"))
                .isEqualTo(new AgreesAsPublished(
                        new Precision.Truncated(2),
                        "60.39 is 60.396039…% truncated to 2 decimals; rounded it would be 60.4."));
    }

    @Test
    void whatAgreesHoweverItIsCutHasNoHint() {
        assertThat(verdict("365", "101", "3.6", "rounded:1", "days/project").sentence())
                .isEqualTo("3.6 is 3.613861… days/project rounded to 1 decimal.");
        assertThat(verdict("31149999999", "1", "31100000000", "rounded:-8", "CNY")
                        .sentence())
                .isEqualTo("31100000000 is 31149999999 CNY rounded to whole multiples of 100000000.");
        assertThat(verdict("365", "60", "6", "rounded:0", "days/project").sentence())
                .isEqualTo("6 is 6.083333… days/project rounded to a whole number.");
    }

    @Test
    void aDifferenceIsPublishedLessLedger() {
        assertThat(verdict("8505", "1", "8500.5", "exact", "mu"))
                .isEqualTo(new Differs("-4.5", "8500.5 is 4.5 less than 8505 mu."));
        assertThat(verdict("6100", "101", "60.39", "exact", "percent"))
                .isEqualTo(new Differs(
                        "-0.00604",
                        "60.39 is 0.006039… less than 60.396039…%;"
                                + " it agrees only when truncated, and was published as exact."));
        assertThat(verdict("6100", "101", "60.4", "exact", "percent").sentence())
                .endsWith("it agrees only when rounded, and was published as exact.");
        assertThat(verdict("30", "1", "30", "more-than", "count"))
                .isEqualTo(new Differs("0", "30 is not more than 30."));
    }

    @Test
    void aPercentageIsItsRatioAndNotWhatIsWritten() {
        Figure share = new Figure(
                "m", "z", "2023", "60.39604", "percent", new Ratio(BigInteger.valueOf(61), BigInteger.valueOf(101)));
        assertThat(Exact.of(share).compareTo(new Exact(new BigDecimal(6100), new BigDecimal(101))))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "15,   ha,   1",
        "1,    m2,   666.666666…",
        "6.0702846336, acre, 1",
        "22.5, ha,   1.5",
        "7,    mu,   7",
    })
    void areasAreWrittenInThePublishedUnitExactly(String mu, String unit, String text) {
        assertThat(Exact.of(new BigDecimal(mu)).in("mu", unit).text()).isEqualTo(text);
    }

    @Test
    void aPublishedAreaInSquareMetresIsCutInSquareMetres() {
        Exact ledger = Exact.of(BigDecimal.ONE).in("mu", "m2");
        assertThat(Comparison.of(ledger, new BigDecimal("666.67"), Precision.of("rounded:2"), "m2")
                        .name())
                .isEqualTo("AGREES_AS_PUBLISHED");
        assertThat(Comparison.of(ledger, new BigDecimal("666.67"), Precision.of("truncated:2"), "m2")
                        .name())
                .isEqualTo("DIFFERS");
    }

    private static Verdict verdict(
            String numerator, String denominator, String published, String precision, String unit) {
        Exact ledger = new Exact(new BigDecimal(numerator), new BigDecimal(denominator));
        return Comparison.of(ledger, new BigDecimal(published), Precision.of(precision), unit);
    }
}
